package dev.wakeful.budget.web;

import dev.wakeful.budget.ledger.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cap and what is in use of it, in micro-dollars.
 *
 * @param scope for example {@code day:2026-11-20}
 * @param reservedMicros set aside by swarms that have not ended
 * @param overrunMicros spent without cover of a reservation
 * @param leftMicros less than nothing after an overrun, or where the cap was lowered below what was in use
 * @param endsAt when its window ends and the next one begins empty; absent where it has none
 */
record AccountView(
        String scope,
        long capMicros,
        long reservedMicros,
        long spentMicros,
        long overrunMicros,
        long leftMicros,
        @Nullable Instant endsAt) {

    static AccountView of(Scope scope, long reserved, long spent, long overrun) {
        long cap = scope.cap().micros();
        return new AccountView(
                scope.name(),
                cap,
                reserved,
                spent,
                overrun,
                cap - reserved - spent - overrun,
                scope.endsAt().equals(Scope.NEVER) ? null : scope.endsAt());
    }
}
