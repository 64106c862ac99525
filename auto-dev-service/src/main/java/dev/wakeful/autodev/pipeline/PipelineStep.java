package dev.wakeful.autodev.pipeline;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step: a command, how long it may run, and the reports it writes.
 *
 * @param prepare runs before each measured run, unmeasured; only of the performance step
 * @param limit the longest a single command of the step may run; absent: as long as any command
 * @param measuring how the performance step is measured; absent in all others
 */
public record PipelineStep(
        StepName name,
        String run,
        @Nullable String prepare,
        @Nullable Duration limit,
        Reports reports,
        @Nullable Measuring measuring) {

    /** Which files the step writes, as patterns relative to the tree; {@code *} stays within a directory, {@code **} does not. */
    public record Reports(List<String> junit, List<String> coverage, List<String> sarif) {

        public static final Reports NONE = new Reports(List.of(), List.of(), List.of());

        public Reports {
            junit = List.copyOf(junit);
            coverage = List.copyOf(coverage);
            sarif = List.copyOf(sarif);
        }

        public boolean isEmpty() {
            return junit.isEmpty() && coverage.isEmpty() && sarif.isEmpty();
        }

        /** Whether the head can only be judged against the base (VER-6). */
        public boolean compare() {
            return !coverage.isEmpty() || !sarif.isEmpty();
        }
    }

    /**
     * How two revisions are compared (HUNT-5).
     *
     * @param rounds the most rounds; each runs the base and the head once
     * @param noise how much slower the head may be, in per mille
     */
    public record Measuring(int rounds, int noise) {

        public static final Measuring USUAL = new Measuring(20, 50);
    }

    static PipelineStep of(StepName name, String run, Reports reports) {
        return new PipelineStep(name, run, null, null, reports, name == StepName.PERFORMANCE ? Measuring.USUAL : null);
    }
}
