package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.running.RunningCalls;
import dev.wakeful.service.stop.Halted;
import dev.wakeful.service.stop.StopListener;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Cuts every call under way at an emergency stop; safe mode refuses those that come later (STOP-3). */
@Component
final class StoppedCalls implements StopListener {

    private final RunningCalls running;
    private final Clock clock;

    StoppedCalls(RunningCalls running, Clock clock) {
        this.running = running;
        this.clock = clock;
    }

    @Override
    public Halted stopped(long epoch) {
        return running.cutAll() == 0 ? Halted.NOTHING : new Halted(0, clock.instant());
    }
}
