package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One sequence of steps, all of them from its seed, and the model that says what should come of them. */
final class Sequence {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Origin ORIGIN = new Origin(new Provenance(new LineageId("lineage-model"), null), null);

    private final int seed;
    private final Random random;
    private final Model model = new Model();
    private final List<String> log = new ArrayList<>();
    private @Nullable Order order;
    private String expected = "";
    private Consumer<Ledger> alone = ledger -> {};

    Sequence(int seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    static Instant at(int step) {
        return START.plus(Duration.ofMinutes(5L * step));
    }

    Model model() {
        return model;
    }

    /** What it asks of the combining writer in this step, or nothing. */
    @Nullable
    Order order() {
        return order;
    }

    void choose(int step) {
        order = null;
        alone = ledger -> {};
        SwarmId swarm = new SwarmId("swarm-" + seed + "-" + random.nextInt(3));
        String call = seed + "-" + random.nextInt(4);
        Money money = Money.micros(random.nextInt(12));
        ReservationRequest request = new ReservationRequest(
                swarm, money, scopes(step), at(step).plus(Duration.ofMinutes(random.nextInt(40))));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> order(new Order.Reserve(request, ORIGIN), model.order(request));
            case 4 -> alone(request, model.reserve(request), ledger -> Words.of(ledger.reserve(request, at(step))));
            case 5, 6, 7, 8, 9 -> {
                Order.Hold hold = new Order.Hold(swarm, call, Money.micros(random.nextInt(6)));
                order(hold, model.hold(hold));
            }
            case 10, 11, 12, 13 -> {
                Order.Resolve settle = new Order.Resolve(call, Money.micros(random.nextInt(8)));
                order(settle, model.resolve(settle));
            }
            case 14, 15 -> {
                Order.Resolve release = new Order.Resolve(call, Money.ZERO);
                order(release, model.resolve(release));
            }
            case 16 -> {
                model.trip(swarm);
                alone("trip " + swarm, "", ledger -> {
                    ledger.stopCalls(swarm, at(step));
                    return "";
                });
            }
            default -> {
                SwarmEnd end = new SwarmEnd(swarm, money, scopes(step), "done");
                alone(end, model.end(end), ledger -> Words.of(ledger.end(end, at(step))));
            }
        }
    }

    private void order(Order wanted, String answer) {
        log.add(wanted.toString());
        order = wanted;
        expected = answer;
    }

    private void alone(Object wanted, String answer, Function<Ledger, String> action) {
        log.add(wanted.toString());
        expected = answer;
        alone = ledger -> compare(action.apply(ledger));
    }

    void carryOutAlone(Ledger ledger) {
        alone.accept(ledger);
    }

    void compare(String actual) {
        assertThat(actual).as("seed %s: %s", seed, log).isEqualTo(expected);
    }

    void expire(int step) {
        log.add("expire");
        model.expire(at(step));
    }

    /** Caps that are changed while they are in use, and a window that rolls. */
    private List<Scope> scopes(int step) {
        Instant tomorrow = START.plus(Duration.ofDays(1));
        return List.of(
                new Scope("week:" + seed, Money.micros(30), START.plus(Duration.ofDays(7)), Scope.NEVER),
                new Scope("day:" + seed, Money.micros(13 + random.nextInt(4)), tomorrow, Scope.NEVER),
                new Scope("repository:" + seed + ":" + random.nextInt(2), Money.micros(10), tomorrow, Scope.NEVER),
                new Scope("hour:" + seed + ":" + step / 4, Money.micros(12), at(step / 4 * 4 + 4), Scope.NEVER));
    }
}
