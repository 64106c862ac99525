package dev.wakeful.autodev.download;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one swarm may still download; all its commands share it. Bytes are counted before they are passed on, so no limit is ever passed. */
final class Account {

    /** More lines nobody reads, and a command that asks so often does not download. */
    static final int MOST_REQUESTS = 20_000;

    private static final long MIB = 1 << 20;

    private final Journal journal;
    private final Semaphore connections;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong toReceive;
    private final AtomicLong toSend;

    Account(Journal journal, DownloadProperties properties) {
        this.journal = journal;
        this.connections = new Semaphore(properties.mostConnections());
        List<Fetched> before = journal.all();
        requests.set(before.size());
        toReceive = left(
                properties.mostMb(),
                before.stream().mapToLong(Fetched::received).sum());
        toSend = left(
                properties.mostSentMb(),
                before.stream().mapToLong(Fetched::sent).sum());
    }

    private static AtomicLong left(int mostMb, long used) {
        return new AtomicLong(Math.max(0, mostMb * MIB - used));
    }

    /** A place for one more connection, to be given back; false when there is none. */
    boolean enter() {
        return connections.tryAcquire();
    }

    void leave() {
        connections.release();
    }

    void requireRoom() throws Refused {
        if (requests.get() >= MOST_REQUESTS) {
            throw Refused.limit("This swarm has asked " + MOST_REQUESTS + " times, which is enough", "hosts");
        }
        if (toReceive.get() <= 0) {
            throw Refused.limit("This swarm has downloaded all it may", "most-mb");
        }
        if (toSend.get() <= 0) {
            throw Refused.limit("This swarm has sent all it may", "most-sent-mb");
        }
    }

    /** How many of so many bytes may come in. */
    int receives(int bytes) {
        return take(toReceive, bytes);
    }

    /** How many of so many bytes may go out. */
    int sends(int bytes) {
        return take(toSend, bytes);
    }

    private static int take(AtomicLong left, int bytes) {
        return (int) Math.min(bytes, left.getAndUpdate(now -> now - Math.min(now, bytes)));
    }

    void wrote(Fetched fetched) {
        if (requests.incrementAndGet() <= MOST_REQUESTS) {
            synchronized (journal) {
                journal.add(fetched);
            }
        }
    }
}
