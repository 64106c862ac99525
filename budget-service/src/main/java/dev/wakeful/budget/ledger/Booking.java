package dev.wakeful.budget.ledger;

import dev.wakeful.events.ReservationId;
import java.util.List;

/** One entry of one reservation, which changes every account of it. */
record Booking(ReservationId reservation, List<String> scopes, Entry entry) {}
