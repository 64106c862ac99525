package dev.wakeful.commandcenter.pages;

import dev.wakeful.commandcenter.reading.BudgetState.ScopeUse;
import dev.wakeful.commandcenter.reading.Spendings.Movement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was left of a cap over time, as the points of a line in a box of 100 by 40: it steps down when money is set aside and up when it comes
 * back.
 *
 * @param from when the first money was set aside
 */
public record BurnDown(String scope, String points, Instant from, Instant to, long leftMicros, long capMicros) {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;

    /** Nothing to draw where the cap is unknown or nothing moved. */
    public static Optional<BurnDown> of(ScopeUse scope, List<Movement> movements, Instant now) {
        @Nullable Long cap = scope.capMicros();
        if (cap == null || cap <= 0 || movements.isEmpty()) {
            return Optional.empty();
        }
        Instant from = movements.getFirst().at();
        Instant last = movements.getLast().at();
        Instant to = last.isAfter(now) ? last : now;
        double millis = Math.max(1, Duration.between(from, to).toMillis());
        StringBuilder points = new StringBuilder();
        long left = cap;
        point(points, 0, left, cap);
        for (Movement movement : movements) {
            double x = Duration.between(from, movement.at()).toMillis() / millis * WIDTH;
            point(points, x, left, cap);
            left -= movement.micros();
            point(points, x, left, cap);
        }
        point(points, WIDTH, left, cap);
        return Optional.of(new BurnDown(scope.scope(), points.toString().strip(), from, to, left, cap));
    }

    private static void point(StringBuilder points, double x, long left, long cap) {
        double y = HEIGHT - Math.clamp((double) left / cap, 0, 1) * HEIGHT;
        points.append(String.format(Locale.ROOT, "%.2f,%.2f ", x, y));
    }
}
