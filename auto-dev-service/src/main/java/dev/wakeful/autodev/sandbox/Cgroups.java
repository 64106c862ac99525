package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.process.Bounds;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Control groups, where this process may make some below its own: the kernel's own limit of processes and memory for each command. With the
 * unified hierarchy a group that has members cannot limit its children, so they are made beside this process's group if that was delegated.
 */
final class Cgroups {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final String JOIN = """
            n=$1; shift
            while [ "$n" -gt 0 ]; do echo $$ > "$1/cgroup.procs" || exit 126; shift; n=$((n - 1)); done
            exec "$@"
            """;

    private final Map<Path, Map<String, String>> parents;

    private Cgroups(Map<Path, Map<String, String>> parents) {
        this.parents = parents;
    }

    /** What this process may use; possibly nothing. */
    static Cgroups available(Bounds bounds) {
        Map<Path, Map<String, String>> parents = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/cgroup"))) {
                String[] parts = line.split(":", 3);
                addIfUsable(parents, parts[1], parts[2].substring(1), bounds);
            }
        } catch (IOException notLinux) {
            // there are none
        }
        Cgroups cgroups = new Cgroups(parents);
        cgroups.sweep();
        return cgroups;
    }

    private static void addIfUsable(
            Map<Path, Map<String, String>> parents, String controllers, String path, Bounds bounds) throws IOException {
        String processes = String.valueOf(bounds.mostProcesses());
        String memory = String.valueOf(bounds.mostMemory());
        if (controllers.equals("pids") && isUsable(ROOT.resolve("pids").resolve(path))) {
            parents.put(ROOT.resolve("pids").resolve(path), Map.of("pids.max", processes));
        }
        if (controllers.equals("memory") && isUsable(ROOT.resolve("memory").resolve(path))) {
            parents.put(ROOT.resolve("memory").resolve(path), Map.of("memory.limit_in_bytes", memory));
        }
        if (controllers.isEmpty()) {
            Path beside = ROOT.resolve(path).resolve("..").normalize();
            if (isUsable(beside) && delegated(beside).containsAll(List.of("memory", "pids"))) {
                parents.put(beside, Map.of("pids.max", processes, "memory.max", memory));
            }
        }
    }

    private static boolean isUsable(Path group) {
        return Files.isDirectory(group) && Files.isWritable(group) && Files.isWritable(group.resolve("cgroup.procs"));
    }

    private static List<String> delegated(Path group) throws IOException {
        Path control = group.resolve("cgroup.subtree_control");
        return Files.isReadable(control)
                ? List.of(Files.readString(control).strip().split(" "))
                : List.of();
    }

    /** Whether the number of processes is limited by the kernel. */
    boolean limitsProcesses() {
        return parents.values().stream().anyMatch(limits -> limits.containsKey("pids.max"));
    }

    /** What goes before a program and its arguments to start it in groups of its own; nothing where there are none. */
    List<String> opening() throws IOException {
        if (parents.isEmpty()) {
            return List.of();
        }
        sweep();
        List<String> opening =
                new ArrayList<>(List.of("/bin/sh", "-c", JOIN, "cgroup", String.valueOf(parents.size())));
        String name = "wakeful-" + UUID.randomUUID();
        for (Map.Entry<Path, Map<String, String>> parent : parents.entrySet()) {
            Path group = Files.createDirectory(parent.getKey().resolve(name));
            for (Map.Entry<String, String> limit : parent.getValue().entrySet()) {
                Files.writeString(group.resolve(limit.getKey()), limit.getValue());
            }
            opening.add(group.toString());
        }
        return opening;
    }

    /** Removes groups that nobody is in any more; the kernel keeps the others. A new group is empty for a moment and is left alone. */
    private void sweep() {
        for (Path parent : parents.keySet()) {
            try (DirectoryStream<Path> groups = Files.newDirectoryStream(parent, "wakeful-*")) {
                for (Path group : groups) {
                    removeIfOld(group);
                }
            } catch (IOException e) {
                // tried again with the next command
            }
        }
    }

    private static void removeIfOld(Path group) throws IOException {
        long age = System.currentTimeMillis() - Files.getLastModifiedTime(group).toMillis();
        if (age > 60_000) {
            try {
                Files.delete(group);
            } catch (IOException inUse) {
                // its command still runs
            }
        }
    }
}
