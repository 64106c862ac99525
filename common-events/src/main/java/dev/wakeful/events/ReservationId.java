package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** Names money set aside for one swarm. */
public record ReservationId(@JsonValue String value) implements Identifier {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReservationId {
        Identifier.checked("reservation id", value);
    }

    public static ReservationId make(Instant now) {
        return new ReservationId(Identifier.make("reservation", now));
    }

    @Override
    public String toString() {
        return value;
    }
}
