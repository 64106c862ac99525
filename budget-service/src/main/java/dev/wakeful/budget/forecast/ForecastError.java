package dev.wakeful.budget.forecast;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How well swarms were quoted (BUD-7; the goal is ±10 %). Pure.
 *
 * @param swarms how many are counted; those that were quoted nothing are not
 * @param medianRatio what half of them have cost at most, in quotes; absent where there are none
 * @param withinTenPercent the part of them that has cost what it was quoted, ±10 %
 */
public record ForecastError(
        int swarms, @Nullable Double medianRatio, @Nullable Double withinTenPercent) {

    /** One in ten is ten percent. */
    private static final double GOAL_DIVISOR = 10;

    public static ForecastError of(List<Forecast> forecasts) {
        double[] ratios = forecasts.stream()
                .map(Forecast::ratio)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        if (ratios.length == 0) {
            return new ForecastError(0, null, null);
        }
        long within = forecasts.stream()
                .filter(forecast -> forecast.quoteMicros() > 0)
                .filter(ForecastError::isWithinGoal)
                .count();
        return new ForecastError(ratios.length, ratios[(ratios.length - 1) / 2], (double) within / ratios.length);
    }

    private static boolean isWithinGoal(Forecast forecast) {
        return Math.abs(forecast.spentMicros() - forecast.quoteMicros()) <= forecast.quoteMicros() / GOAL_DIVISOR;
    }
}
