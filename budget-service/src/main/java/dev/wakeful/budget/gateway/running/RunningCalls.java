package dev.wakeful.budget.gateway.running;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All calls under way. Four times a second each is looked at: one whose caller has gone away, whose provider has fallen silent, or that lasts
 * too long is ended. While there is none, nothing runs.
 */
@Component
public final class RunningCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningCalls.class);
    private static final Duration PACE = Duration.ofMillis(250);

    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private final RunningLimits limits;
    private final Clock clock;
    private final Thread watch;
    private volatile boolean open = true;

    RunningCalls(RunningLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.watch = Thread.ofPlatform().name("gateway-watch").daemon().start(this::watch);
    }

    /** A call begins. */
    public RunningCall begin(CallerLine line) {
        RunningCall call = new RunningCall(this, line, clock);
        running.add(call);
        wake();
        return call;
    }

    /** Ends all of them now, and says how many there were (STOP-3). Those that begin later are not concerned. */
    public int cutAll() {
        int cut = 0;
        for (RunningCall call : running) {
            call.end(End.STOPPED);
            cut++;
        }
        return cut;
    }

    Duration longest() {
        return limits.callTimeout();
    }

    void remove(RunningCall call) {
        running.remove(call);
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized void awaitCalls() throws InterruptedException {
        while (open && running.isEmpty()) {
            wait();
        }
    }

    private void watch() {
        while (open) {
            try {
                awaitCalls();
                Thread.sleep(PACE);
                running.forEach(call -> call.look(limits.stallTimeout(), limits.callTimeout()));
            } catch (InterruptedException e) {
                open = false;
            } catch (RuntimeException e) {
                LOG.error("A call under way could not be looked after; it is looked at again", e);
            }
        }
    }

    @Override
    public void close() {
        open = false;
        watch.interrupt();
    }
}
