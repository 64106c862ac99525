package dev.wakeful.benchmarks.swarm;

import dev.wakeful.benchmarks.measure.Latencies;
import dev.wakeful.benchmarks.system.EventLog;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WatchedProject;
import dev.wakeful.cli.server.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Repositories that were broken from their first commit, so that only an agent can mend them; all fail at the same moment. */
final class Fleet {

    static final String AGENT = "sh .agent.sh";
    private static final String CHECK = "sh check.sh";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Map<String, String> FILES = Map.of(
            "check.sh",
            "grep -q fine price.txt && echo 'ok 1 - price' && exit 0\necho 'not ok 1 - price'\nexit 1\n",
            ".agent.sh",
            "cat check.sh > /dev/null\nsh check.sh || echo fine > price.txt\nsh check.sh\n",
            "price.txt",
            "broken\n");

    private final List<WatchedProject> projects = new ArrayList<>();
    private final Path directory;

    private Fleet(Path directory) {
        this.directory = directory;
    }

    static Fleet make(Path directory, String name, int count) throws IOException, InterruptedException {
        Fleet fleet = new Fleet(directory);
        for (int n = 1; n <= count; n++) {
            WatchedProject project = WatchedProject.make(directory, name + "-" + n, CHECK);
            project.commit("Begin", FILES);
            fleet.projects.add(project);
        }
        return fleet;
    }

    /**
     * What became of them.
     *
     * @param perMinute completed, from the first acceptance to the last completion
     * @param took from acceptance to completion
     * @param mostAtOnce swarms that had begun and not ended
     * @param floorPerMinute the same clone, checks and script by hand, two at a time, without a sandbox
     */
    record Outcome(
            int completed,
            int failed,
            double perMinute,
            Latencies took,
            long mostAtOnce,
            Memory.Peak memory,
            double floorPerMinute) {}

    Outcome sail(RunningSystem system, Errands errands) throws Exception {
        for (WatchedProject project : projects) {
            project.register(system.server());
        }
        Thread.sleep(Duration.ofSeconds(2));
        long before = errands.now();
        try (Memory memory = Memory.of(system.pid())) {
            for (WatchedProject project : projects) {
                errands.report(project, project.head());
            }
            return outcome(errands, errands.ends(before, projects.size(), PATIENCE), memory.peak());
        }
    }

    private record Voyage(Instant accepted, Instant began, Instant ended) {

        static Voyage of(Item task, EventLog.Entry end) {
            return new Voyage(
                    task.instant("acceptedAt").orElseThrow(),
                    task.instant("swarmStartedAt").orElseThrow(),
                    end.at());
        }

        boolean isUnderWay(Instant at) {
            return !began.isAfter(at) && ended.isAfter(at);
        }
    }

    private Outcome outcome(Errands errands, Map<String, EventLog.Entry> ends, Memory.Peak memory) throws Exception {
        List<Voyage> completed = new ArrayList<>();
        for (Map.Entry<String, EventLog.Entry> end : ends.entrySet()) {
            if (end.getValue().type().equals("swarm.completed.v1")) {
                completed.add(Voyage.of(errands.task(end.getKey()), end.getValue()));
            }
        }
        if (completed.isEmpty()) {
            throw new IOException("No swarm mended anything: " + ends.values());
        }
        Latencies took = new Latencies();
        completed.forEach(each ->
                took.addNanos(Duration.between(each.accepted(), each.ended()).toNanos()));
        Instant first =
                completed.stream().map(Voyage::accepted).min(Instant::compareTo).orElseThrow();
        Instant last =
                completed.stream().map(Voyage::ended).max(Instant::compareTo).orElseThrow();
        long mostAtOnce = completed.stream()
                .mapToLong(one -> completed.stream()
                        .filter(other -> other.isUnderWay(one.began()))
                        .count())
                .max()
                .orElse(0);
        return new Outcome(
                completed.size(),
                ends.size() - completed.size(),
                perMinute(completed.size(), Duration.between(first, last)),
                took,
                mostAtOnce,
                memory,
                byHand());
    }

    private static double perMinute(int count, Duration in) {
        return count * 60e9 / in.toNanos();
    }

    /** What a swarm does, without all that makes it safe: clone, red, script, green on a second clone. */
    private double byHand() throws Exception {
        long began = System.nanoTime();
        try (ExecutorService cores = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (WatchedProject project : projects) {
                all.add(cores.submit(() -> script(project)));
            }
            for (Future<Integer> each : all) {
                if (each.get() != 0) {
                    throw new IOException("The floor could not be measured: the script ended with " + each.get());
                }
            }
        }
        return perMinute(projects.size(), Duration.ofNanos(System.nanoTime() - began));
    }

    private int script(WatchedProject project) throws IOException, InterruptedException {
        Path scratch = directory.resolve("by-hand-" + project.path().getFileName());
        String line = """
                git clone -q --shared %1$s %2$s-a && cd %2$s-a && { sh check.sh; test $? = 1; } && %3$s \
                && git -c user.name=b -c user.email=b@localhost commit -q -a -m Mend \
                && git clone -q --shared %2$s-a %2$s-b && cd %2$s-b && sh check.sh
                """.formatted(project.path(), scratch, AGENT);
        return new ProcessBuilder("sh", "-c", line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
