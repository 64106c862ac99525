package dev.wakeful.budget.ledger;

import dev.wakeful.events.EventId;
import dev.wakeful.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A reservation to be written.
 *
 * @param origin where a swarm's request came from; a call has its parent instead
 */
record Opening(Reservation reservation, @Nullable Origin origin) {

    /** One array for each column that every opening has, in the order of the openings. */
    static Map<String, Object> columns(List<Opening> openings) {
        return Map.ofEntries(
                texts("ids", openings, opening -> opening.reservation.id().value()),
                texts("holders", openings, opening -> opening.reservation.holder()),
                amounts(
                        "amounts",
                        openings,
                        opening -> opening.reservation.amount().micros()),
                texts("scopes", openings, opening -> String.join("\n", opening.reservation.scopes())),
                texts("lineages", openings, Opening::lineage),
                texts("causes", openings, Opening::cause),
                texts("traceparents", openings, Opening::traceparent));
    }

    /** One array for each further column, for openings that are not plain. */
    static Map<String, Object> furtherColumns(List<Opening> openings) {
        return Map.ofEntries(
                texts("parents", openings, Opening::parent),
                amounts(
                        "overruns",
                        openings,
                        opening -> opening.reservation.overrun().micros()),
                texts("states", openings, opening -> opening.reservation.state().name()),
                texts("expiries", openings, Opening::expiry));
    }

    /** An open one of a swarm. */
    static Opening of(ReservationRequest request, Origin origin, Instant now) {
        return new Opening(
                new Reservation(
                        dev.wakeful.events.ReservationId.make(now),
                        request.swarm().value(),
                        null,
                        request.amount(),
                        Money.ZERO,
                        Reservation.State.PENDING,
                        request.scopes().stream().map(Scope::name).toList(),
                        request.expiresAt()),
                origin);
    }

    private @Nullable String parent() {
        return reservation.parent() == null ? null : reservation.parent().value();
    }

    private @Nullable String expiry() {
        return reservation.expiresAt() == null ? null : reservation.expiresAt().toString();
    }

    private @Nullable String lineage() {
        return origin == null ? null : origin.provenance().lineage().value();
    }

    private @Nullable String cause() {
        EventId cause = origin == null ? null : origin.provenance().cause();
        return cause == null ? null : cause.value();
    }

    private @Nullable String traceparent() {
        return origin == null ? null : origin.traceparent();
    }

    private static Map.Entry<String, Object> texts(
            String name, List<Opening> openings, Function<Opening, @Nullable String> text) {
        @Nullable String[] column = new @Nullable String[openings.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = text.apply(openings.get(i));
        }
        return Map.entry(name, column);
    }

    private static Map.Entry<String, Object> amounts(
            String name, List<Opening> openings, ToLongFunction<Opening> micros) {
        return Map.entry(name, openings.stream().mapToLong(micros).toArray());
    }
}
