package dev.wakeful.cli.demo;

import org.jspecify.annotations.Nullable;

/** Ends the child and removes the data on every way out, Ctrl-C included, unless they are to be left. Once only. */
final class Cleanup implements AutoCloseable {

    private final Workplace workplace;
    private final Thread hook = new Thread(this::interrupt, "demo-cleanup");
    private @Nullable Standalone system;
    private boolean done;
    private volatile boolean interrupted;

    Cleanup(Workplace workplace) {
        this.workplace = workplace;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    synchronized void end(Standalone started) {
        system = started;
    }

    /** From now on everything stays as it is. */
    synchronized void leave() {
        done = true;
    }

    /** Whether the process is being ended from outside, so that every failure from now on has that reason. */
    boolean interrupted() {
        return interrupted;
    }

    @Override
    public void close() {
        run();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // then the hook runs, and finds everything done
        }
    }

    private void interrupt() {
        interrupted = true;
        run();
    }

    private synchronized void run() {
        if (done) {
            return;
        }
        done = true;
        if (system != null) {
            system.end();
        }
        workplace.remove();
    }
}
