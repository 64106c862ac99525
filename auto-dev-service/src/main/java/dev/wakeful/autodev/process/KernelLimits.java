package dev.wakeful.autodev.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the kernel tells of the control groups that a command was put into: whether it had to refuse it something. */
final class KernelLimits {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final String OURS = "/wakeful-";

    private final Process process;
    private final Map<String, Path> groups = new HashMap<>();

    KernelLimits(Process process) {
        this.process = process;
    }

    /** The name of the limit that was met, as in {@link Bounds}; empty when none was, or there are no groups. */
    synchronized Optional<String> met() {
        if (groups.isEmpty() && process.isAlive()) {
            find();
        }
        if (said("memory", "memory.oom_control", "oom_kill") || said("", "memory.events", "oom_kill")) {
            return Optional.of("memory-mb");
        }
        return said("pids", "pids.events", "max") || said("", "pids.events", "max")
                ? Optional.of("processes")
                : Optional.empty();
    }

    private void find() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/cgroup"))) {
                String[] parts = line.split(":", 3);
                if (parts[2].contains(OURS)) {
                    groups.put(parts[1], ROOT.resolve(parts[1]).resolve(parts[2].substring(1)));
                }
            }
        } catch (IOException notLinux) {
            // there are none
        }
    }

    private boolean said(String controller, String file, String counter) {
        Path group = groups.get(controller);
        if (group == null || !Files.isReadable(group.resolve(file))) {
            return false;
        }
        try {
            return Files.readAllLines(group.resolve(file)).stream()
                    .anyMatch(line -> line.startsWith(counter + " ") && !line.endsWith(" 0"));
        } catch (IOException gone) {
            return false;
        }
    }
}
