package dev.wakeful.autodev.sandbox;

import java.net.URI;
import java.util.List;

/** A fence around a process and all that comes from it (DEV-4). */
public interface Sandbox {

    /** As settings and people call it: {@code bubblewrap}, {@code container}, {@code none}. */
    String name();

    /** Whether it keeps anything in at all. */
    default boolean isFence() {
        return true;
    }

    /**
     * A process that is ready to be started inside: command, directory and environment are set, the standard streams are left to the caller.
     * What the enclosure names is there, the limits hold, and everything ends with the process.
     */
    ProcessBuilder enclose(Enclosure enclosure, List<String> argv);

    /** Where a process inside reaches the gateway that is at this address outside. */
    URI inside(URI gateway);
}
