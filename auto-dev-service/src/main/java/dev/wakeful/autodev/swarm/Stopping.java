package dev.wakeful.autodev.swarm;

import dev.wakeful.autodev.process.Running;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.service.stop.Stop;
import org.springframework.stereotype.Component;

/** Whether a swarm was overtaken by an emergency stop, and where its processes are found then. */
@Component
class Stopping {

    private final SafeMode safeMode;
    private final Running running;

    Stopping(SafeMode safeMode, Running running) {
        this.safeMode = safeMode;
        this.running = running;
    }

    boolean isOver(long epoch) {
        return safeMode.isStopped() || safeMode.epoch() > epoch;
    }

    String reason() {
        return safeMode.stop()
                .map(Stop::reason)
                .map(reason -> "Emergency stop: " + reason)
                .orElse("Emergency stop");
    }

    Running running() {
        return running;
    }
}
