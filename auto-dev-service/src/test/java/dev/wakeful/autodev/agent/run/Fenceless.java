package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.sandbox.Enclosure;
import dev.wakeful.autodev.sandbox.Sandbox;
import java.net.URI;
import java.util.List;

/** No fence at all: the process gets its place and nothing of the host's environment. */
public final class Fenceless implements Sandbox {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public ProcessBuilder enclose(Enclosure enclosure, List<String> argv) {
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(enclosure.place().directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(enclosure.place().environment());
        builder.environment().putAll(enclosure.environment());
        return builder;
    }

    @Override
    public URI inside(URI gateway) {
        return gateway;
    }
}
