package dev.wakeful.autodev;

import dev.wakeful.events.SwarmId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of a swarm, whoever holds it: all that bear its mark in their environment. */
public final class Marked {

    private Marked() {}

    /** Those that are alive. */
    public static List<ProcessHandle> by(SwarmId swarm) {
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process.pid()).contains("WAKEFUL_SWARM=" + swarm.value()))
                .toList();
    }

    private static String environment(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
