package dev.wakeful.budget.gateway.wire;

/** A call that gets a refusal and reaches no provider. */
public final class CallRefused extends RuntimeException {

    private final transient Refusal refusal;

    public CallRefused(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
