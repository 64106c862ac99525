package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A thousand swarms that want money from one account that has room for 37 and a half. */
enum Load {
    /** Through the combining writer, each swarm once. */
    COMBINED {
        @Override
        List<Runnable> tasks(TestLedger ledger, int instance) {
            return swarms().filter(number -> number % 2 == instance)
                    .<Runnable>mapToObj(number -> () -> {
                        boolean granted = ledger.writer().reserve(request(number)) instanceof Outcome.Granted;
                        System.out.println(granted ? GRANTED + swarm(number) : HANDLED);
                    })
                    .toList();
        }

        @Override
        int tasksOf(int instance) {
            return 500;
        }
    },
    /** As events come: each request twice, and of every fourth swarm its end twice, in any order. */
    EVENTS {
        @Override
        List<Runnable> tasks(TestLedger ledger, int instance) {
            List<Runnable> tasks = new ArrayList<>();
            swarms().forEach(number -> {
                Runnable request = () ->
                        ledger.transactions().execute(status -> ledger.ledger().reserve(request(number), NOW));
                Runnable end = () -> ledger.transactions()
                        .execute(status -> ledger.ledger()
                                .end(new SwarmEnd(swarm(number), Money.micros(20), List.of(DAY), "done"), NOW));
                tasks.addAll(List.of(request, request));
                if (number % 4 == 0) {
                    tasks.addAll(List.of(end, end));
                }
            });
            Collections.shuffle(tasks, new Random(instance));
            return IntStream.range(0, tasks.size())
                    .<Runnable>mapToObj(i -> () -> {
                        tasks.get(i).run();
                        System.out.println(HANDLED);
                    })
                    .toList();
        }

        @Override
        int tasksOf(int instance) {
            return 2_500;
        }
    };

    static final String GRANTED = "granted ";
    static final String HANDLED = "handled";
    static final int ROOM = 37;
    static final Money AMOUNT = Money.micros(70);
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final Instant TOMORROW = Instant.parse("2026-11-21T00:00:00Z");
    static final Scope DAY = new Scope("day:2026-11-20", Money.micros(ROOM * 70 + 35), TOMORROW, Scope.NEVER);

    /** What one of two instances is to do. */
    abstract List<Runnable> tasks(TestLedger ledger, int instance);

    /** How many things one of two instances is asked. */
    abstract int tasksOf(int instance);

    static SwarmId swarm(int number) {
        return new SwarmId("swarm-" + number);
    }

    private static IntStream swarms() {
        return IntStream.range(0, 1_000);
    }

    private static ReservationRequest request(int number) {
        return new ReservationRequest(swarm(number), AMOUNT, List.of(DAY), TOMORROW);
    }
}
