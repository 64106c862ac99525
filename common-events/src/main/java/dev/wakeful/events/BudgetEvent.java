package dev.wakeful.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger did. */
public sealed interface BudgetEvent extends Event {

    /** What it did with the money of one swarm. Key: the swarm. */
    sealed interface OfSwarm extends BudgetEvent {

        SwarmId swarm();

        @Override
        default String key() {
            return swarm().value();
        }
    }

    /**
     * The amount is set aside in every scope, in one transaction (BUD-2).
     *
     * @param expected what such swarms have cost so far; absent: too few of them have ended (BUD-7)
     */
    @WireName("budget.reserved.v1")
    record Reserved(
            ReservationId reservation,
            SwarmId swarm,
            Money amount,
            List<String> scopes,
            Instant expiresAt,
            @Nullable Expected expected)
            implements OfSwarm {
        public Reserved {
            scopes = List.copyOf(scopes);
        }

        /** Where nothing is known of such swarms. */
        public Reserved(
                ReservationId reservation, SwarmId swarm, Money amount, List<String> scopes, Instant expiresAt) {
            this(reservation, swarm, amount, scopes, expiresAt, null);
        }
    }

    /**
     * What a swarm is expected to cost and to take, from how earlier ones ended (BUD-7, LEARN-1).
     *
     * @param p50 what half of them cost at most
     * @param p90 what nine in ten of them cost at most
     * @param time50 what half of them took at most, from the first process to the end
     * @param time90 what nine in ten of them took at most
     * @param outcomes how many they are
     * @param basis which ones, in words, for example {@code 12 outcomes of codex on test failures in acme/shop}
     */
    record Expected(Money p50, Money p90, Duration time50, Duration time90, int outcomes, String basis) {}

    /**
     * At least one scope has not enough left; nothing is set aside.
     *
     * @param scope the scope that refused, of several the one that opens last, for example {@code day:2026-11-20}
     * @param retryAt when that scope's window ends; for an amount above the cap itself, when a larger cap begins
     */
    @WireName("budget.denied.v1")
    record Denied(SwarmId swarm, Money amount, String scope, Money available, Instant retryAt) implements OfSwarm {}

    /** What was used is booked, the rest is free again. */
    @WireName("budget.settled.v1")
    record Settled(ReservationId reservation, SwarmId swarm, Money spent, Money released) implements OfSwarm {}

    /** Nothing was used: the whole reservation is free again. */
    @WireName("budget.released.v1")
    record Released(ReservationId reservation, SwarmId swarm, Money released, String reason) implements OfSwarm {}

    /** The swarm spends faster than three times its class's usual rate, or without progress; it is paused (BUD-8). */
    @WireName("budget.rate-tripped.v1")
    record RateTripped(SwarmId swarm, Money spent, Money usual, String reason) implements OfSwarm {}

    /**
     * CI minutes that the system caused are booked, once for each job and attempt (BUD-9). Nobody could set them aside before, so they are booked
     * whatever the caps say. Key: the repository.
     *
     * @param reservation under which it is in the journal
     * @param task whose branch the job ran for; absent: nobody can tell
     * @param minutes whole minutes that are paid for, each begun one counts
     * @param measured false where the CI system did not tell how long it took, so that it counts at its worst case (BUD-6)
     * @param covered false where a cap had no room for it: then it is spent above that cap
     */
    @WireName("budget.ci-booked.v1")
    record CiBooked(
            ReservationId reservation,
            BuildId build,
            RepositoryName repository,
            @Nullable TaskId task,
            long minutes,
            boolean measured,
            Money cost,
            boolean covered,
            List<String> scopes)
            implements BudgetEvent {
        public CiBooked {
            scopes = List.copyOf(scopes);
        }

        @Override
        public String key() {
            return repository.value();
        }
    }

    /** A cap is another from now on (BUD). Key: the cap's name. */
    @WireName("budget.limit-changed.v1")
    record LimitChanged(String limit, Money before, Money now, String by, String reason) implements BudgetEvent {
        @Override
        public String key() {
            return limit;
        }
    }

    /** A cap stays as it is: what was asked for is not allowed. Key: the cap's name. */
    @WireName("budget.limit-refused.v1")
    record LimitRefused(String limit, Money wanted, String by, String refusal) implements BudgetEvent {
        @Override
        public String key() {
            return limit;
        }
    }

    /** A provider of models cannot be reached (TRG-7, DEV-7). Key: the provider. */
    @WireName("budget.provider-lost.v1")
    record ProviderLost(String provider, Instant since, String reason) implements BudgetEvent {
        @Override
        public String key() {
            return provider;
        }
    }

    /** A provider that was lost answers again. Key: the provider. */
    @WireName("budget.provider-back.v1")
    record ProviderBack(String provider, Instant since) implements BudgetEvent {
        @Override
        public String key() {
            return provider;
        }
    }

    /**
     * A share of a cap is in use, told once per threshold and window (BUD-5). Key: the scope.
     *
     * @param scope for example {@code day:2026-11-20}
     * @param percent the threshold that is reached: 25, 50, 75, 90, 95, 99 or 100
     * @param used set aside and spent when it was reached
     * @param until when the window ends and the next one begins empty
     */
    @WireName("budget.alerted.v1")
    record Alerted(String scope, int percent, Money used, Money limit, Instant until) implements BudgetEvent {
        @Override
        public String key() {
            return scope;
        }
    }
}
