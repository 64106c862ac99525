package dev.wakeful.autodev.trial;

import dev.wakeful.autodev.process.Running;
import dev.wakeful.autodev.process.Vigil;
import java.io.IOException;
import java.time.Instant;

/** Lets an emergency stop find what a trial runs. */
record Marked(Running running, String mark) implements Vigil {

    @Override
    public Process start(ProcessBuilder builder) throws IOException {
        return running.start(builder, mark);
    }

    @Override
    public void gone(Process process) {
        running.gone(process);
    }

    @Override
    public void started(Process process, Instant at) {}

    @Override
    public void tick() {}
}
