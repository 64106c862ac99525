package dev.wakeful.benchmarks.recovery;

import dev.wakeful.benchmarks.system.JobFailure;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WatchedProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Small repositories, each with a commit that broke its check and an innocent one on top, and a check that takes its time and writes down
 * when it began, that it still runs, and how it ended.
 */
final class Projects {

    private static final int COMMITS = 6;
    private static final int CULPRIT = 4;

    private final List<WatchedProject> projects;
    private final AtomicLong jobs = new AtomicLong();

    private Projects(List<WatchedProject> projects) {
        this.projects = projects;
    }

    /** Half a second a tick: a check with six of them takes three seconds, without starting a process for each. */
    private static String check(Path stamps, int ticks) {
        return """
                exec 9<> <(:)
                revision=$(cat .git/HEAD)
                say() { echo "$EPOCHREALTIME $PWD $revision $$ $1" >> %s; }
                say began
                for tick in $(seq %d); do read -rt 0.5 -u 9; say runs; done
                if grep -q broken price.txt; then say red; echo 'not ok 1 - price'; exit 1; fi
                say green
                echo 'ok 1 - price'
                """.formatted(stamps, ticks);
    }

    static Projects make(Path directory, Path stamps, int count, int ticks) throws Exception {
        List<WatchedProject> projects = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            WatchedProject project = WatchedProject.make(directory, "shop-" + n, "bash check.sh");
            for (int commit = 1; commit <= COMMITS; commit++) {
                project.commit(
                        "Commit " + commit,
                        Map.of(
                                "check.sh",
                                check(stamps, ticks),
                                "price.txt",
                                commit >= CULPRIT ? "broken\n" : "fine\n",
                                "notes-" + commit + ".txt",
                                "note\n"));
            }
            projects.add(project);
        }
        return new Projects(projects);
    }

    void register(RunningSystem system) throws Exception {
        for (WatchedProject project : projects) {
            project.register(system.server());
        }
    }

    /** Reports failures of jobs nobody has heard of, spread over the repositories. */
    void failJobs(RunningSystem system, int count) throws Exception {
        for (int n = 0; n < count; n++) {
            WatchedProject project = projects.get(n % projects.size());
            long id = jobs.incrementAndGet();
            new JobFailure(id, "job-" + id, project.name(), project.head()).deliver(system.webhooks());
        }
    }

    /** How many branches the system has made in all of them. */
    long offered() throws InterruptedException {
        long offered = 0;
        for (WatchedProject project : projects) {
            offered += project.offered();
        }
        return offered;
    }
}
