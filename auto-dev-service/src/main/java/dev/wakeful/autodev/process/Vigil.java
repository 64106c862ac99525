package dev.wakeful.autodev.process;

import java.time.Instant;

/** Watches over a running process. What it throws ends the process and goes to whoever started it. */
public interface Vigil {

    /** Called once the process runs, and while it does. */
    void started(Process process, Instant at);

    /** Called every few seconds while the process runs. */
    void tick();
}
