package dev.wakeful.autodev.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is seen inside, as arguments of bubblewrap, in the order in which it is mounted. */
final class Mounts {

    private static final Path TMP = Path.of("/tmp");
    private static final long MIB = 1 << 20;

    private final boolean sizes;
    private final List<String> arguments = new ArrayList<>();

    /** @param sizes whether a file system in memory can be given a size */
    Mounts(boolean sizes) {
        this.sizes = sizes;
    }

    List<String> arguments() {
        return List.copyOf(arguments);
    }

    Mounts add(String... more) {
        arguments.addAll(List.of(more));
        return this;
    }

    void readOnly(Path path) {
        readOnly(path, path);
    }

    void readOnly(Path outside, Path inside) {
        add("--ro-bind-try", outside.toString(), inside.toString());
    }

    void writable(Path path) {
        add("--bind", path.toString(), path.toString());
    }

    /** A mount below something that a command can write could be led astray by a link that an earlier command left there. */
    void readable(Path path, List<Path> writable) {
        if (writable.stream().anyMatch(path::startsWith)) {
            throw new IllegalArgumentException(
                    path + " is inside what a command can write, so it cannot be lent to it");
        }
        readOnly(path);
    }

    void inMemory(String path, int mib) {
        if (sizes) {
            add("--size", String.valueOf(mib * MIB));
        }
        add("--tmpfs", path);
    }

    /** {@code /tmp} is the place's own directory on the disk, unless something else has to be mounted below it: then it is in memory. */
    void temporary(Path own, List<Path> all) {
        if (all.stream().anyMatch(path -> path.startsWith(TMP))) {
            inMemory(TMP.toString(), 256);
        } else {
            add("--bind", own.toString(), TMP.toString());
        }
    }
}
