package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.measure.Latencies;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Events on their way through one route: when each left and when it was seen. All in one process, on one clock. */
final class Flights {

    private final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final AtomicLong announced = new AtomicLong();
    private final AtomicLong landed = new AtomicLong();

    private static final class Flight {
        private final long intended;
        private volatile long committed;
        private volatile long entered;
        private volatile long handled;

        Flight(long intended) {
            this.intended = intended;
        }
    }

    /** It will be committed soon. */
    void announce(String id, long intendedNanos) {
        flights.put(id, new Flight(intendedNanos));
        announced.incrementAndGet();
    }

    /** Its transaction has just been acknowledged by the database. */
    void committed(String id) {
        Flight flight = flights.get(id);
        if (flight != null) {
            flight.committed = System.nanoTime();
        }
    }

    /** The listener was entered with it, and, where there is one, its handler inside the transaction. */
    void landed(String id, long enteredNanos, long handledNanos) {
        Flight flight = flights.get(id);
        if (flight != null && flight.entered == 0) {
            flight.handled = handledNanos;
            flight.entered = enteredNanos;
            landed.incrementAndGet();
        }
    }

    /** When the latest one landed, by {@link System#nanoTime}. */
    long lastLanding() {
        return flights.values().stream()
                .mapToLong(flight -> flight.entered)
                .max()
                .orElseThrow();
    }

    long inTheAir() {
        return announced.get() - landed.get();
    }

    long landed() {
        return landed.get();
    }

    /** Waits until everything has landed. */
    void awaitAll(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (inTheAir() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        inTheAir() + " of " + announced + " events did not arrive within " + patience);
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    void forget() {
        flights.clear();
        announced.set(0);
        landed.set(0);
    }

    Seen seen() {
        Seen seen = new Seen(new Latencies(), new Latencies(), new Latencies());
        flights.values().stream().filter(flight -> flight.entered != 0).forEach(flight -> {
            seen.listenerEntered.addNanos(flight.entered - flight.committed);
            seen.handlerEntered.addNanos(flight.handled - flight.committed);
            seen.fromIntended.addNanos(flight.entered - flight.intended);
        });
        return seen;
    }

    /**
     * What the flights took.
     *
     * @param listenerEntered commit acknowledged → listener entered, before the inbox's transaction
     * @param handlerEntered commit acknowledged → handler entered, inside that transaction and after the inbox's row
     * @param fromIntended intended time of the send → listener entered: with the committing transaction and any queue before it
     */
    record Seen(Latencies listenerEntered, Latencies handlerEntered, Latencies fromIntended) {

        static Seen nothing() {
            return new Seen(new Latencies(), new Latencies(), new Latencies());
        }

        void addAll(Seen other) {
            listenerEntered.addAll(other.listenerEntered);
            handlerEntered.addAll(other.handlerEntered);
            fromIntended.addAll(other.fromIntended);
        }
    }
}
