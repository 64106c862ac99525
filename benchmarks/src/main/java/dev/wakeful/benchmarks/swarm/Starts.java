package dev.wakeful.benchmarks.swarm;

import dev.wakeful.benchmarks.measure.Latencies;
import dev.wakeful.benchmarks.system.WatchedProject;
import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A check that does nothing, from just after its start to its end: as the system ran it in its sandbox, in a plain bubblewrap, and bare. A
 * swarm runs it a dozen times on its search for a culprit that is not there; the others take their turns after each swarm.
 */
final class Starts {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int COMMITS = 1_030;
    private static final List<String> BARE = List.of("setsid", "/bin/sh", "-c", "false");
    private static final List<String> PLAIN = List.of(
            "bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc");

    final Latencies sandboxed = new Latencies();
    final Latencies bubblewrap = new Latencies();
    final Latencies bare = new Latencies();
    private final Errands errands;
    private final WatchedProject project;

    Starts(Errands errands, Path directory, Server server) throws IOException, InterruptedException {
        this.errands = errands;
        this.project = WatchedProject.make(directory, "trivial", "false");
        project.commit("Begin", Map.of("notes.txt", "note\n"));
        StringBuilder commits = new StringBuilder();
        for (int n = 1; n <= COMMITS; n++) {
            commits.append("commit refs/heads/main\ncommitter Bench <bench@example.com> %d +0000\n"
                    .formatted(1_700_000_000L + n));
            commits.append("data 4\nNext\n").append(n == 1 ? "from refs/heads/main^0\n" : "");
            commits.append("M 100644 inline notes.txt\ndata 5\n%05d\n".formatted(n));
        }
        project.git().feed(commits.toString(), "fast-import", "--quiet", "--force");
        project.register(server);
    }

    /** One swarm, and as many of the others. */
    void round() throws IOException, InterruptedException {
        List<Item> checks = errands.run(project, project.head(), PATIENCE).items("evidence");
        for (Item check : checks) {
            sandboxed.addNanos(Duration.ofMillis(check.number("durationMillis")).toNanos());
            bare.addNanos(nanos(BARE));
            bubblewrap.addNanos(nanos(Stream.concat(
                            Stream.of("setsid"),
                            Stream.concat(PLAIN.stream(), BARE.stream().skip(1)))
                    .toList()));
        }
    }

    private static long nanos(List<String> argv) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(argv))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        long began = System.nanoTime();
        process.getInputStream().readAllBytes();
        process.waitFor();
        long took = System.nanoTime() - began;
        if (process.exitValue() != 1) {
            throw new IOException(String.join(" ", argv) + " ended with " + process.exitValue());
        }
        return took;
    }
}
