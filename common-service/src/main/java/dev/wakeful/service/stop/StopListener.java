package dev.wakeful.service.stop;

/**
 * Whoever runs something that an emergency stop must end: processes, calls under way, open streams. Any bean of a service that implements
 * it is told. What only must not start new things asks {@link SafeMode#isStopped()} instead.
 *
 * <p>Wiring: make the class a bean. {@code stopped} is called in every instance, on a thread of its own, at once when the stop is heard or
 * the file is seen, with {@link SafeMode} already closed and before anything is committed, so it works with broker and database away. It is
 * also called at the start of an instance that starts while stopped, for what an earlier process left behind. It may be called more than
 * once for the same epoch.
 */
public interface StopListener {

    /**
     * Ends everything that runs, and returns when it is gone: with it counts the time to quiet (STOP-4). Must not wait for people, and not
     * for the database or the broker. What it throws is logged; the others are told all the same.
     */
    Halted stopped(long epoch);

    /**
     * A person ended the stop. Called once per service, inside the transaction that ends it: jobs may be scheduled and events appended here.
     * Safe mode is open when that transaction has committed.
     */
    default void resumed(long epoch) {}
}
