package dev.wakeful.benchmarks.stop;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Latencies;
import dev.wakeful.benchmarks.report.Bar;
import dev.wakeful.benchmarks.report.Environment;
import dev.wakeful.benchmarks.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the drills beside the plain kill and their bars. */
final class StopReport {

    private static final double LAST_EFFECT_MILLIS = 100;
    private static final double ALL_DEAD_MILLIS = 1_000;

    private final Map<String, Object> environment;
    private final Latencies lastEffect = new Latencies();
    private final Latencies dead = new Latencies();
    private final Latencies saidQuiet = new Latencies();
    private final Latencies plainLastEffect = new Latencies();
    private final Latencies plainDead = new Latencies();
    private long processes;
    private long alive;

    StopReport(Setup setup) {
        this.environment = Environment.of(setup);
    }

    void add(Drill.Outcome ours, Drill.Outcome plain) {
        lastEffect.addNanos(ours.lastEffectNanos());
        dead.addNanos(ours.deadNanos());
        saidQuiet.addNanos(ours.saidQuietMillis() * 1_000_000);
        plainLastEffect.addNanos(plain.lastEffectNanos());
        plainDead.addNanos(plain.deadNanos());
        processes += ours.processes();
        alive += ours.alive();
    }

    Report make() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("askedToLastEffect", lastEffect.summary());
        figures.put("askedToAllProcessesDead", dead.summary());
        figures.put("askedToQuietAsTheSystemSays", saidQuiet.summary());
        figures.put("processesEnded", processes);
        figures.put("aliveAfterwards", alive);
        return new Report(
                "stop",
                figures,
                Map.of(
                        "plainKillToLastEffect", plainLastEffect.summary(),
                        "plainKillToAllProcessesDead", plainDead.summary()),
                Map.of(),
                List.of(
                        Bar.atMost(
                                "stop-last-effect-p99-millis-at-most",
                                LAST_EFFECT_MILLIS,
                                lastEffect.summary().p99Millis()),
                        Bar.atMost(
                                "stop-all-dead-p99-millis-at-most",
                                ALL_DEAD_MILLIS,
                                dead.summary().p99Millis()),
                        Bar.atMost("stop-alive-afterwards-at-most", 0, alive)),
                environment);
    }
}
