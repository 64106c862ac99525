package dev.wakeful.budget.ledger;

import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the ledger should do, as simply as it can be said: no database, no concurrency. Answers in words. */
final class Model {

    /** Reserved, spent and overrun of an account. */
    final Map<String, long[]> accounts = new TreeMap<>();

    private final Map<SwarmId, Held> held = new HashMap<>();

    private static final class Held {
        final long amount;
        final List<String> scopes;
        final Instant expiresAt;
        String state;
        long overrun;

        Held(long amount, List<String> scopes, Instant expiresAt, String state) {
            this.amount = amount;
            this.scopes = scopes;
            this.expiresAt = expiresAt;
            this.state = state;
        }
    }

    String reserve(ReservationRequest request) {
        Held known = held.get(request.swarm());
        if (known != null) {
            return known.state.equals("ended") ? "released 0" : "nothing";
        }
        long amount = request.amount().micros();
        open(request.scopes());
        return request.scopes().stream()
                .filter(scope -> left(scope) < amount)
                .max(Comparator.comparing(scope -> scope.retryAt(request.amount())))
                .map(scope -> "denied by " + scope.name() + " with " + Math.max(0, left(scope)))
                .orElseGet(() -> {
                    List<String> names =
                            request.scopes().stream().map(Scope::name).toList();
                    book(names, amount, 0, 0);
                    held.put(request.swarm(), new Held(amount, names, request.expiresAt(), "pending"));
                    return "reserved " + amount;
                });
    }

    String end(SwarmEnd end) {
        long spent = end.spent().micros();
        Held known = held.get(end.swarm());
        if (known == null) {
            Held ended = new Held(0, List.of(), Instant.MAX, "ended");
            held.put(end.swarm(), ended);
            if (spent == 0) {
                return "nothing";
            }
            open(end.scopes());
            book(end.scopes().stream().map(Scope::name).toList(), 0, 0, spent);
            return "settled " + spent + " released 0";
        }
        long above = Math.max(0, spent - known.amount);
        if (known.state.equals("expired") && above > known.overrun) {
            book(known.scopes, 0, 0, above - known.overrun);
            known.overrun = above;
        }
        if (!known.state.equals("pending")) {
            return "nothing";
        }
        long posted = Math.min(known.amount, spent);
        known.state = "resolved";
        book(known.scopes, -known.amount, posted, above);
        return spent == 0 ? "released " + known.amount : "settled " + spent + " released " + (known.amount - posted);
    }

    void expire(Instant now) {
        held.values().stream()
                .filter(one -> one.state.equals("pending") && !one.expiresAt.isAfter(now))
                .forEach(one -> {
                    one.state = "expired";
                    book(one.scopes, -one.amount, one.amount, 0);
                });
    }

    private void open(List<Scope> scopes) {
        scopes.forEach(scope -> accounts.computeIfAbsent(scope.name(), name -> new long[3]));
    }

    private long left(Scope scope) {
        long[] account = accounts.getOrDefault(scope.name(), new long[3]);
        return scope.limit().micros() - account[0] - account[1] - account[2];
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
