package dev.wakeful.commandcenter.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caps, how much of each is in use, and what people should know about it; all amounts in micro-dollars.
 *
 * @param source {@code ledger} when the ledger itself was asked, {@code events} when only its events are known: then a cap or the end of a
 *     window may be missing
 * @param ledger how asking the ledger went, in words
 * @param alerts thresholds of windows that are still open, the highest of each (BUD-5)
 */
public record BudgetState(
        String source,
        String ledger,
        List<ScopeUse> scopes,
        List<Alert> alerts,
        List<ProviderState> providers,
        List<Tripped> tripped,
        List<QuoteRecord> quotes,
        Efficiency efficiency,
        List<CiRecord> ci,
        List<LimitEntry> limits) {

    public BudgetState {
        scopes = List.copyOf(scopes);
        alerts = List.copyOf(alerts);
        providers = List.copyOf(providers);
        tripped = List.copyOf(tripped);
        quotes = List.copyOf(quotes);
        ci = List.copyOf(ci);
        limits = List.copyOf(limits);
    }

    /** One cap and what is in use of it: set aside and spent. */
    public record ScopeUse(
            String scope,
            String kind,
            @Nullable Long capMicros,
            long usedMicros,
            @Nullable Long leftMicros,
            @Nullable Instant until) {

        /** In whole percent, 0 where the cap is unknown; more than 100 where a cap was lowered below what is in use. */
        public long percent() {
            if (capMicros == null) {
                return 0;
            }
            return capMicros == 0 ? (usedMicros > 0 ? 100 : 0) : usedMicros * 100 / capMicros;
        }
    }

    /** A threshold that was reached; {@code urgency} is {@code log}, {@code warn}, {@code alert} or {@code urgent}. */
    public record Alert(
            String scope, int percent, long usedMicros, long limitMicros, Instant until, Instant at, String urgency) {}

    /** A provider of models. */
    public record ProviderState(
            String name,
            boolean lost,
            Instant since,
            @Nullable String reason) {}

    /** An attempt that was paused by its rate of spend (BUD-8). */
    public record Tripped(
            String swarm,
            @Nullable String task,
            @Nullable String title,
            long spentMicros,
            long usualMicros,
            String reason,
            Instant at) {}

    /**
     * Quotes of one kind of work against what was spent (BUD-7).
     *
     * @param expectedMicros what the quotes expected together: the typical cost where it was told, else the whole quote
     * @param errorPercent how far the sum of what was spent lies from it; negative: cheaper than expected
     * @param withinGoal whether that is within 10 % either way
     */
    public record QuoteRecord(
            String repository,
            String job,
            long attempts,
            long quotedMicros,
            long expectedMicros,
            long spentMicros,
            long errorPercent,
            boolean withinGoal) {}

    /**
     * Minutes of CI that branches of ours caused in one repository in the last 30 days (BUD-9).
     *
     * @param minutes as they are paid for: each begun one of each job
     * @param unmeasuredJobs those of which nobody knows how long they took, so that they count at their worst case
     */
    public record CiRecord(String repository, long jobs, long minutes, long unmeasuredJobs, long spentMicros) {}

    /**
     * How much of what was spent led to a change that was offered, of the last 30 days; what was merged afterwards nobody tells (BUD-10).
     *
     * @param offeredMicros of the attempts at tasks for which a pull request was opened
     * @param percent the part of it in whole percent, rounded down; absent while nothing was spent
     */
    public record Efficiency(
            long spentMicros, long offeredMicros, @Nullable Long percent, int goalPercent) {

        /** The goal of BUD-10. */
        public static final int GOAL_PERCENT = 90;

        static Efficiency of(long spentMicros, long offeredMicros) {
            return new Efficiency(
                    spentMicros,
                    offeredMicros,
                    spentMicros == 0 ? null : offeredMicros * 100 / spentMicros,
                    GOAL_PERCENT);
        }
    }

    /** What was said of a cap; {@code kind} is {@code asked}, {@code changed} or {@code refused}. */
    public record LimitEntry(
            long n,
            Instant at,
            String kind,
            String limit,
            @Nullable Long beforeMicros,
            long amountMicros,
            String by,
            String reason) {}
}
