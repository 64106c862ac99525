package dev.wakeful.budget.ledger;

import dev.wakeful.events.ReservationId;
import java.util.List;
import java.util.stream.Stream;

/** One entry of one reservation, which changes every account of it. */
record Booking(ReservationId reservation, List<String> scopes, Entry entry) {

    static Stream<Booking> of(Reservation reservation, List<Entry> entries) {
        return entries.stream().map(entry -> new Booking(reservation.id(), reservation.scopes(), entry));
    }
}
