package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.process.Bounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the kernel keeps a command to: control groups where there are some for us, else limits of each process. The number of processes by
 * the latter does not hold for root; then only a {@link dev.wakeful.autodev.process.Guard} watches it.
 */
record Limits(Bounds bounds, Cgroups cgroups, boolean prlimit) {

    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

    static Limits of(Bounds bounds) {
        Limits limits = new Limits(bounds, Cgroups.available(bounds), Bubblewrap.isThere("prlimit"));
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!limits.cgroups.limitsProcesses() && (root || !limits.prlimit)) {
            LOG.warn(
                    "The number of a command's processes is watched, but the kernel does not limit it: run as another user than root,"
                            + " with util-linux installed, or with a control group that is delegated to this process");
        }
        return limits;
    }

    /** What goes before the sandbox. */
    List<String> outside() {
        try {
            return cgroups.opening();
        } catch (IOException e) {
            throw new UncheckedIOException("No control group could be made for a command", e);
        }
    }

    /** What goes before the command, inside. */
    List<String> inside() {
        return prlimit
                ? List.of(
                        "prlimit",
                        "--core=0",
                        "--nproc=" + bounds.mostProcesses(),
                        "--fsize=" + bounds.fileBytes(),
                        "--cpu=" + bounds.mostCpuSeconds(),
                        "--")
                : List.of();
    }
}
