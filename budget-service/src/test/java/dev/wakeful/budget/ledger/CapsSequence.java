package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.Samples;
import dev.wakeful.budget.limit.Caps;
import dev.wakeful.budget.terms.Terms;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One sequence of swarms that ask for money and end, with accounts of its own, and what each account should hold. */
final class CapsSequence {

    private static final Origin ORIGIN = new Origin(new Provenance(new LineageId("lineage-model"), null), null);
    private static final long MACHINE_MINUTE = 8_000;
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final int seed;
    private final Random random;
    private final Terms terms;
    private final CapsModel model;
    private final Map<String, long[]> accounts = new TreeMap<>();
    private final Map<SwarmId, Held> pending = new HashMap<>();
    private final Set<String> refusing = new TreeSet<>();
    private final List<String> log = new ArrayList<>();
    private @Nullable Asked asked;
    private @Nullable SwarmEnd end;

    /** What is set aside for a swarm, and where. */
    private record Held(long amount, List<String> accounts, Instant expiresAt) {}

    /** A request, and the caps that should refuse it. */
    private record Asked(SwarmId swarm, Held wanted, List<String> refusing) {}

    CapsSequence(int seed, Terms terms, CapsModel model) {
        this.seed = seed;
        this.random = new Random(seed);
        this.terms = terms;
        this.model = model;
    }

    /** What it asks of the ledger now, if it does not end a swarm instead. */
    Optional<Order> choose(Caps caps, Instant now) {
        asked = null;
        end = null;
        if (!pending.isEmpty() && random.nextInt(4) == 0) {
            end(
                    pending.keySet().stream()
                            .min(java.util.Comparator.comparing(SwarmId::value))
                            .orElseThrow(),
                    caps,
                    now);
            return Optional.empty();
        }
        SwarmId swarm = new SwarmId("swarm-" + seed + "-" + log.size());
        Funding funding = Funding.values()[random.nextInt(Funding.values().length)];
        Money quote = Money.micros(random.nextInt(10) == 0 ? random.nextLong(60_000_000) : random.nextLong(9_000_000));
        Duration limit = Duration.ofMinutes(random.nextInt(600));
        ReservationRequest request = terms.request(Samples.requested(swarm, quote, limit, funding), caps, now);
        List<CapsModel.Limit> limits = model.of(swarm.value(), funding, now, request.expiresAt());
        log.add("%s: %s of %s within %s".formatted(now, quote, funding, limits));
        asked = new Asked(
                swarm,
                new Held(
                        quote.micros(),
                        limits.stream().map(CapsModel.Limit::account).toList(),
                        now.plus(limit).plus(GRACE)),
                limits.stream()
                        .filter(one -> !one.allows(used(one.account()), quote.micros()))
                        .map(CapsModel.Limit::account)
                        .toList());
        return Optional.of(new Order.Reserve(
                new ReservationRequest(swarm, quote, own(request.scopes()), request.expiresAt()), ORIGIN));
    }

    void compare(Outcome actual) {
        Asked question = java.util.Objects.requireNonNull(asked);
        if (actual instanceof Outcome.Denied denied) {
            assertThat(question.refusing())
                    .as("seed %s: %s", seed, log)
                    .contains(denied.scope().substring(prefix().length()));
            question.refusing().forEach(account -> refusing.add(account.split(":", 2)[0]));
            question.wanted().accounts().forEach(this::account);
        } else {
            assertThat(actual).as("seed %s: %s", seed, log).isEqualTo(new Outcome.Granted());
            assertThat(question.refusing()).as("seed %s: %s", seed, log).isEmpty();
            pending.put(question.swarm(), question.wanted());
            book(question.wanted(), question.wanted().amount(), 0, 0);
        }
    }

    private void end(SwarmId swarm, Caps caps, Instant now) {
        long minutes = random.nextInt(1_200);
        SwarmEnd told = terms.end(Samples.failed(swarm, Duration.ofMinutes(minutes)), caps, now);
        end = new SwarmEnd(swarm, told.spent(), own(told.scopes()), told.reason());
        log.add("%s: %s ends after %s minutes".formatted(now, swarm, minutes));
        Held held = java.util.Objects.requireNonNull(pending.remove(swarm));
        long spent = minutes * MACHINE_MINUTE;
        long posted = Math.min(spent, held.amount());
        book(held, -held.amount(), posted, spent - posted);
    }

    Optional<SwarmEnd> end() {
        return Optional.ofNullable(end);
    }

    /** What nobody ended in time counts in full. */
    void expire(Instant now) {
        pending.values().removeIf(held -> {
            boolean overdue = !held.expiresAt().isAfter(now);
            if (overdue) {
                book(held, -held.amount(), held.amount(), 0);
            }
            return overdue;
        });
    }

    Set<String> refusing() {
        return refusing;
    }

    Set<String> windows() {
        return accounts.keySet();
    }

    /** Reserved, spent and overrun. */
    Map<String, List<Long>> balances() {
        Map<String, List<Long>> balances = new TreeMap<>();
        accounts.forEach((name, one) -> balances.put(prefix() + name, List.of(one[0], one[1], one[2])));
        return balances;
    }

    private String prefix() {
        return seed + "|";
    }

    private List<Scope> own(List<Scope> scopes) {
        return scopes.stream()
                .map(scope -> new Scope(
                        prefix() + scope.name(),
                        scope.limit(),
                        scope.cap(),
                        scope.endsAt(),
                        scope.limitUntil(),
                        scope.pausePercent()))
                .toList();
    }

    private long used(String account) {
        long[] balance = account(account);
        return balance[0] + balance[1] + balance[2];
    }

    private long[] account(String name) {
        return accounts.computeIfAbsent(name, missing -> new long[3]);
    }

    private void book(Held held, long reserved, long spent, long overrun) {
        for (String name : held.accounts()) {
            long[] balance = account(name);
            balance[0] += reserved;
            balance[1] += spent;
            balance[2] += overrun;
        }
    }
}
