package dev.wakeful.service;

import dev.wakeful.events.EventId;
import dev.wakeful.events.LineageId;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the work in hand comes from. Events appended to the outbox inherit it, so a lineage is unbroken from the first cause on.
 *
 * @param lineage the cause everything goes back to
 * @param cause the event being handled, absent at the start of a lineage
 */
public record Provenance(LineageId lineage, @Nullable EventId cause) {

    private static final ScopedValue<Provenance> CURRENT = ScopedValue.newInstance();

    /** The provenance of the running work, or the start of a new lineage. */
    public static Provenance current(Instant now) {
        return CURRENT.isBound() ? CURRENT.get() : new Provenance(LineageId.make(now), null);
    }

    /** Runs the work with this provenance. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
