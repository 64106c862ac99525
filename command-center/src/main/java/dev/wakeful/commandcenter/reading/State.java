package dev.wakeful.commandcenter.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operational state in one answer (STATE-5). What is not known is null: nothing here is a guess.
 *
 * @param status {@code stopped} after an emergency stop, {@code degraded} while a service is missing or an event could not be handled,
 *     else {@code ok}
 * @param safeMode the emergency stop that stands; absent: none
 * @param stuckSwarms running ones without any sign of progress for ten minutes (TRG-11)
 * @param budgetLeftMicros what is left of the day; absent: the ledger's windows are not shown here yet
 * @param coverage absent: nothing measures it yet
 * @param escalation absent: there are no escalation levels yet
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
        @Nullable Double coverage,
        Errors errorsLastHour,
        @Nullable String escalation,
        List<Decided> recentDecisions,
        List<Pending> pendingActions,
        @Nullable Next next) {

    /** Who stopped the system, when and why; {@code epoch} names the stop that a person may end. */
    public record SafeMode(long epoch, Instant since, String by, String reason) {}

    /** The newest result of a job of a repository; {@code state} is {@code passed} or {@code failed}. */
    public record Build(String repository, String job, String state, String revision, Instant at) {}

    /** What went wrong in the last hour. */
    public record Errors(long deadLetters, long failedSwarms, long missingInstances) {}

    /** A decision about a task: what came of it and by which rule. */
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
