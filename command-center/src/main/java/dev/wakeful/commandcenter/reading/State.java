package dev.wakeful.commandcenter.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operational state in one answer (STATE-5). What is not known is null: nothing here is a guess.
 *
 * @param status {@code stopped} after an emergency stop, {@code degraded} while a service is missing or an event could not be handled,
 *     else {@code ok}
 * @param safeMode the emergency stop that stands; absent: none
 * @param stuckSwarms running ones without any sign of progress for long (TRG-11)
 * @param budgetLeftMicros what is left of the day; absent: neither the ledger nor its events tell
 * @param coverage what was last measured of each repository; empty: no swarm's pipeline has reported coverage, so it is not known
 * @param escalation how urgently people are needed, and why
 * @param next what will happen by itself first; absent: nothing is planned
 */
public record State(
        @Nullable String mode,
        String status,
        @Nullable SafeMode safeMode,
        List<RunningSwarms.Running> activeSwarms,
        List<RunningSwarms.Running> stuckSwarms,
        Status.Spending budget,
        @Nullable Long budgetLeftMicros,
        List<Build> builds,
        List<Covered> coverage,
        Errors errorsLastHour,
        Escalation escalation,
        List<Decided> recentDecisions,
        List<Pending> pendingActions,
        @Nullable Next next) {

    /** Who stopped the system, when and why; {@code epoch} names the stop that a person may end. */
    public record SafeMode(long epoch, Instant since, String by, String reason) {}

    /** The newest result of a job of a repository; {@code state} is {@code passed} or {@code failed}. */
    public record Build(String repository, String job, String state, String revision, Instant at) {}

    /** The same state with what the ledger says is left of the day. */
    public State withBudgetLeft(@Nullable Long micros) {
        return new State(
                mode,
                status,
                safeMode,
                activeSwarms,
                stuckSwarms,
                budget,
                micros,
                builds,
                coverage,
                errorsLastHour,
                escalation,
                recentDecisions,
                pendingActions,
                next);
    }

    /**
     * Measured coverage of lines.
     *
     * @param role {@code base}: the revision that failed; {@code head}: a proposed change
     * @param percent of the lines, to two decimals, rounded down
     */
    public record Covered(
            String repository,
            String revision,
            String role,
            long coveredLines,
            long lines,
            BigDecimal percent,
            Instant at) {

        static Covered of(String repository, String revision, String role, Lines counted, Instant at) {
            BigDecimal percent = BigDecimal.valueOf(counted.covered() * 100)
                    .divide(BigDecimal.valueOf(counted.lines()), 2, RoundingMode.DOWN);
            return new Covered(repository, revision, role, counted.covered(), counted.lines(), percent, at);
        }

        /** @param lines more than none */
        record Lines(long covered, long lines) {}
    }

    /** What went wrong in the last hour. */
    public record Errors(long deadLetters, long failedSwarms, long missingInstances) {}

    /** A decision about a task, or about the {@code installation}: what came of it and by which rule. */
    public record Decided(Instant at, String task, String kind, String rule, String outcome) {}

    /** A task that waits: {@code state} is {@code APPROVAL_REQUIRED}, {@code PARKED} or {@code POSTPONED}. */
    public record Pending(
            String task,
            @Nullable String title,
            String state,
            @Nullable Instant until) {}

    /** The first thing that will happen by itself. */
    public record Next(String what, Instant at) {}
}
