package dev.wakeful.benchmarks.footprint;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.system.JobFailure;
import dev.wakeful.benchmarks.system.Launch;
import dev.wakeful.benchmarks.system.ProcessUse;
import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.benchmarks.system.WatchedProject;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One start of the system, and what it took.
 *
 * @param readyMillis process start → every service up and a request answered
 * @param firstWebhookMillis process start → a webhook accepted and its build failure seen on the live stream
 * @param residentMiB of the Java process, with broker and all services, after it has slept
 * @param idlePercent of one core that the Java process used while it slept; absent when nobody waited for it
 * @param databaseIdlePercent the same of all processes of the database
 */
record Start(
        double readyMillis,
        double firstWebhookMillis,
        double residentMiB,
        OptionalDouble idlePercent,
        OptionalDouble databaseIdlePercent) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** How long to sleep before memory is read, and for how long to count processor time after that (none: not at all). */
    record Sleep(Duration before, Duration counted) {}

    static Start measure(Setup setup, Launch launch, WatchedProject project, long job, Sleep sleep) throws Exception {
        try (RunningSystem system = RunningSystem.start(setup, launch)) {
            system.awaitReady(PATIENCE);
            double ready = system.sinceStartMillis();
            double firstWebhook = firstWebhook(system, project, job);
            Thread.sleep(sleep.before());
            double resident = ProcessUse.residentMiB(system.pid());
            Start start = idle(
                    launch,
                    system,
                    sleep,
                    new Start(ready, firstWebhook, resident, OptionalDouble.empty(), OptionalDouble.empty()));
            Progress.say("  ready %.0f ms, first webhook %.0f ms, %.0f MiB, idle %s %%"
                    .formatted(
                            ready,
                            firstWebhook,
                            resident,
                            start.idlePercent().isPresent()
                                    ? start.idlePercent().getAsDouble()
                                    : "-"));
            return start;
        }
    }

    private static double firstWebhook(RunningSystem system, WatchedProject project, long job) throws Exception {
        JobFailure failure = new JobFailure(job, "footprint-" + job, project.name(), project.head());
        CompletableFuture<Double> seen = new CompletableFuture<>();
        CompletableFuture<Void> connected = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> new BuildFailures(failure.fullName(), connected, seen).follow(system));
        connected.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        failure.deliver(system.webhooks());
        return seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Start idle(Launch launch, RunningSystem system, Sleep sleep, Start start) throws Exception {
        if (sleep.counted().isZero()) {
            return start;
        }
        double before = ProcessUse.cpuSeconds(system.pid());
        double databaseBefore = ProcessUse.databaseCpuSeconds(launch.data());
        long began = System.nanoTime();
        Thread.sleep(sleep.counted());
        double seconds = (System.nanoTime() - began) / 1e9;
        double used = ProcessUse.cpuSeconds(system.pid()) - before;
        double databaseUsed = ProcessUse.databaseCpuSeconds(launch.data()) - databaseBefore;
        return new Start(
                start.readyMillis,
                start.firstWebhookMillis,
                start.residentMiB,
                OptionalDouble.of(used * 100 / seconds),
                OptionalDouble.of(databaseUsed * 100 / seconds));
    }
}
