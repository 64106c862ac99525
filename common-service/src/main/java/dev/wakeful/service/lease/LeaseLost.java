package dev.wakeful.service.lease;

/** Somebody else holds the lease now; what was done under it must not be completed. */
public final class LeaseLost extends RuntimeException {

    LeaseLost(Lease lease) {
        super("Lease " + lease.name() + " with token " + lease.token() + " is not held by " + lease.holder()
                + " any more");
    }
}
