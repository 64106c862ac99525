package dev.wakeful.benchmarks.swarm;

import dev.wakeful.benchmarks.system.ProcessUse;
import java.io.IOException;

/**
 * Looks every 100 ms at the resident memory of the system and of all processes that come from it, which are those of swarms; broker and agents' gateway
 * are inside the system, its database is not among its children. What processes share is counted for each of them.
 */
final class Memory implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;

    private final ProcessHandle system;
    private final double before;
    private final Thread watcher;
    private Peak peak;

    /**
     * The most that was seen, in MiB; the two sums need not have been at the same time.
     *
     * @param before what the system took when nothing was to do
     * @param count the most processes of swarms at once
     */
    record Peak(double before, double system, double swarms, int count) {}

    private Memory(long pid) throws IOException {
        this.system = ProcessHandle.of(pid).orElseThrow(() -> new IOException("The system has ended"));
        this.before = ProcessUse.residentMiB(pid);
        this.peak = new Peak(before, before, 0, 0);
        this.watcher = Thread.ofPlatform().daemon().name("memory").start(this::watch);
    }

    static Memory of(long pid) throws IOException {
        return new Memory(pid);
    }

    synchronized Peak peak() {
        return peak;
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException end) {
            // no more to be seen
        }
    }

    private void look() {
        double swarms = 0;
        int count = 0;
        for (ProcessHandle process : system.descendants().toList()) {
            swarms += resident(process.pid());
            count++;
        }
        synchronized (this) {
            peak = new Peak(
                    before,
                    Math.max(peak.system(), resident(system.pid())),
                    Math.max(peak.swarms(), swarms),
                    Math.max(peak.count(), count));
        }
    }

    /** Nothing when it has ended meanwhile. */
    private static double resident(long pid) {
        try {
            return ProcessUse.residentMiB(pid);
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
    }
}
