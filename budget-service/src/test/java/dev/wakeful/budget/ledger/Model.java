package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the ledger should do, as simply as it can be said: no database, no concurrency. Answers in words. */
final class Model {

    /** Reserved, spent and overrun of an account. */
    final Map<String, long[]> accounts = new TreeMap<>();

    private final Map<SwarmId, Held> swarms = new HashMap<>();
    private final Map<String, Held> calls = new HashMap<>();

    /** Money set aside, for a swarm or a call. */
    private static final class Held {
        final SwarmId swarm;
        final long amount;
        final List<String> scopes;
        final Instant expiresAt;
        String state;
        long overrun;
        long billedLate;
        boolean tripped;

        Held(SwarmId swarm, long amount, List<String> scopes, Instant expiresAt, String state) {
            this.swarm = swarm;
            this.amount = amount;
            this.scopes = scopes;
            this.expiresAt = expiresAt;
            this.state = state;
        }

        boolean isPending() {
            return state.equals("pending");
        }
    }

    String reserve(ReservationRequest request) {
        Held known = swarms.get(request.swarm());
        if (known != null) {
            return known.state.equals("ended") ? "released 0" : "nothing";
        }
        String answer = setAside(request.scopes(), request.amount().micros());
        if (answer.equals("granted")) {
            List<String> names = request.scopes().stream().map(Scope::name).toList();
            swarms.put(
                    request.swarm(),
                    new Held(request.swarm(), request.amount().micros(), names, request.expiresAt(), "pending"));
        }
        return answer;
    }

    /** The same through the combining writer, which answers repetitions in its own words. */
    String order(ReservationRequest request) {
        Held known = swarms.get(request.swarm());
        return known == null
                ? reserve(request)
                : repeated(request.swarm().value(), known, request.amount().micros());
    }

    private static String repeated(String holder, Held known, long amount) {
        if (!known.isPending()) {
            return "resolved";
        }
        return known.amount >= amount ? "granted" : "denied by " + holder + " with " + known.amount;
    }

    String hold(Order.Hold hold) {
        Held swarm = swarms.get(hold.swarm());
        Held known = calls.get(hold.call());
        if (known != null) {
            return known.swarm.equals(hold.swarm())
                    ? repeated(hold.holder(), known, hold.worstCase().micros())
                    : "resolved";
        }
        if (swarm == null || !swarm.isPending() || swarm.tripped) {
            return "denied by " + hold.holder() + " with 0";
        }
        Scope scope = new Scope(hold.scope(), Money.micros(swarm.amount), Scope.NEVER, Scope.NEVER);
        String answer = setAside(List.of(scope), hold.worstCase().micros());
        if (answer.equals("granted")) {
            calls.put(
                    hold.call(),
                    new Held(hold.swarm(), hold.worstCase().micros(), List.of(hold.scope()), Instant.MAX, "pending"));
        }
        return answer;
    }

    String resolve(Order.Resolve resolve) {
        Held call = calls.get(resolve.call());
        if (call == null) {
            return "unknown";
        }
        long spent = resolve.spent().micros();
        long above = Math.max(0, spent - call.amount);
        if (call.isPending()) {
            call.state = "resolved";
            book(call.scopes, -call.amount, Math.min(call.amount, spent), above);
        } else if (call.state.equals("expired") && call.overrun == 0 && above > 0) {
            call.overrun = above;
            Held swarm = Objects.requireNonNull(swarms.get(call.swarm));
            swarm.billedLate += above;
            book(call.scopes, 0, 0, above);
            book(swarm.scopes, 0, 0, above);
        }
        return "resolved";
    }

    void trip(SwarmId swarm) {
        Held held = swarms.get(swarm);
        if (held != null) {
            held.tripped = true;
        }
    }

    String end(SwarmEnd end) {
        long spent = end.spent().micros();
        Held known = swarms.get(end.swarm());
        if (known == null) {
            return unreserved(end, spent);
        }
        if (known.state.equals("expired")) {
            long above = Math.max(0, spent + callsOf(known) - known.billedLate - known.amount);
            if (above > known.overrun) {
                book(known.scopes, 0, 0, above - known.overrun);
                known.overrun = above;
            }
        }
        if (!known.isPending()) {
            return "nothing";
        }
        long all = spent + callsOf(known);
        expireCalls(known);
        long posted = Math.min(known.amount, all);
        known.state = "resolved";
        book(known.scopes, -known.amount, posted, all - posted);
        return all == 0 ? "released " + known.amount : "settled " + all + " released " + (known.amount - posted);
    }

    private String unreserved(SwarmEnd end, long spent) {
        List<String> names = end.scopes().stream().map(Scope::name).toList();
        swarms.put(end.swarm(), new Held(end.swarm(), 0, names, Instant.MAX, "ended"));
        if (spent == 0) {
            return "nothing";
        }
        open(end.scopes());
        book(names, 0, 0, spent);
        return "settled " + spent + " released 0";
    }

    void expire(Instant now) {
        swarms.values().stream()
                .filter(one -> one.isPending() && !one.expiresAt.isAfter(now))
                .forEach(one -> {
                    one.overrun = Math.max(0, callsOf(one) - one.amount);
                    expireCalls(one);
                    one.state = "expired";
                    book(one.scopes, -one.amount, one.amount, one.overrun);
                });
    }

    private void expireCalls(Held swarm) {
        calls.values().stream()
                .filter(call -> call.isPending() && call.swarm.equals(swarm.swarm))
                .forEach(call -> {
                    call.state = "expired";
                    book(call.scopes, -call.amount, call.amount, 0);
                });
    }

    private long callsOf(Held swarm) {
        return used("calls:" + swarm.swarm);
    }

    private String setAside(List<Scope> scopes, long amount) {
        open(scopes);
        return scopes.stream()
                .filter(scope -> left(scope) < amount)
                .max(Comparator.comparing(scope -> scope.retryAt(Money.micros(amount))))
                .map(scope -> "denied by " + scope.name() + " with " + Math.max(0, left(scope)))
                .orElseGet(() -> {
                    book(scopes.stream().map(Scope::name).toList(), amount, 0, 0);
                    return "granted";
                });
    }

    private void open(List<Scope> scopes) {
        scopes.forEach(scope -> accounts.computeIfAbsent(scope.name(), name -> new long[3]));
    }

    private long left(Scope scope) {
        return scope.limit().micros() - used(scope.name());
    }

    private long used(String scope) {
        long[] account = accounts.getOrDefault(scope, new long[3]);
        return account[0] + account[1] + account[2];
    }

    private void book(List<String> scopes, long reserved, long spent, long overrun) {
        for (String scope : scopes) {
            long[] account = accounts.computeIfAbsent(scope, name -> new long[3]);
            account[0] += reserved;
            account[1] += spent;
            account[2] += overrun;
        }
    }
}
