package dev.wakeful.benchmarks.swarm;

import dev.wakeful.cli.server.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long one workspace took, in milliseconds, and the same tree by other means just after.
 *
 * @param readyMillis from the start of the swarm's first process to that of its check
 * @param acceptedMillis from the acceptance of the failure to the start of the check
 * @param git {@code git clone --shared --no-checkout} and {@code git reset --hard} by hand; of a part, {@code git sparse-checkout set} between
 * @param copy {@code cp -a} of the files, without any Git
 */
record Cut(double readyMillis, double acceptedMillis, double git, double copy) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** @param part the directory that the revision asks for, if it does not ask for all */
    static Cut of(Errands errands, LargeProject large, String revision, Optional<String> part, Path scratch)
            throws IOException, InterruptedException {
        Item task = errands.run(large.project(), revision, PATIENCE);
        Instant check = task.items("evidence").stream()
                .flatMap(evidence -> evidence.instant("at").stream())
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IOException("Task " + task.text("id") + " has no evidence"));
        String tree = scratch.resolve("tree").toString();
        double git = byHand(large.project().path().toString(), revision, part, tree);
        millis("rm", "-rf", tree + "/.git");
        double copy = millis("cp", "-a", tree, scratch.resolve("copy").toString());
        millis("rm", "-rf", tree, scratch.resolve("copy").toString());
        return new Cut(since(task, "swarmStartedAt", check), since(task, "acceptedAt", check), git, copy);
    }

    private static double byHand(String source, String revision, Optional<String> part, String tree)
            throws IOException, InterruptedException {
        List<List<String>> all = Stream.of(
                        Stream.of(List.of("git", "clone", "-q", "--shared", "--no-checkout", source, tree)),
                        part.stream().map(path -> List.of("git", "-C", tree, "sparse-checkout", "set", "--cone", path)),
                        Stream.of(List.of("git", "-C", tree, "reset", "-q", "--hard", revision)))
                .flatMap(each -> each)
                .toList();
        double millis = 0;
        for (List<String> argv : all) {
            millis += millis(argv.toArray(String[]::new));
        }
        return millis;
    }

    private static double since(Item task, String field, Instant check) throws IOException {
        Instant began =
                task.instant(field).orElseThrow(() -> new IOException("Task " + task.text("id") + " has no " + field));
        return Duration.between(began, check).toNanos() / 1e6;
    }

    private static double millis(String... argv) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", argv) + " ended with " + process.exitValue());
        }
        return (System.nanoTime() - began) / 1e6;
    }
}
