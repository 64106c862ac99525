package dev.wakeful.autodev.process;

import java.io.IOException;
import java.time.Instant;

/** Watches over a running process. What it throws ends the process and goes to whoever started it. */
public interface Vigil {

    /** Starts the process; or refuses to. */
    default Process start(ProcessBuilder builder) throws IOException {
        return Starter.start(builder);
    }

    /** The process, and whatever it left behind, is gone. */
    default void gone(Process process) {}

    /** Called once the process runs, and while it does. */
    void started(Process process, Instant at);

    /** Called every few seconds while the process runs. */
    void tick();
}
