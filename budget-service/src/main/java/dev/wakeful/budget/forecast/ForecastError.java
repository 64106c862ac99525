package dev.wakeful.budget.forecast;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well swarms were quoted (BUD-7; the goal is ±10 %). Pure.
 *
 * @param swarms how many are counted; those that were expected to cost nothing are not
 * @param medianRatio what half of them have cost at most, in what they were expected to; absent where there are none
 * @param withinTenPercent the part of them that has cost what it was expected to, ±10 %
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
                .filter(forecast -> forecast.expectedMicros() > 0)
                .filter(ForecastError::isWithinGoal)
                .count();
        return new ForecastError(ratios.length, ratios[(ratios.length - 1) / 2], (double) within / ratios.length);
    }

    /** The same for each class of swarms by its name: a repository and a kind of failure. */
    public static Map<String, ForecastError> byClass(List<Forecast> forecasts) {
        return forecasts.stream()
                .collect(Collectors.groupingBy(
                        Forecast::className,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ForecastError::of)));
    }

    private static boolean isWithinGoal(Forecast forecast) {
        return Math.abs(forecast.spentMicros() - forecast.expectedMicros()) <= forecast.expectedMicros() / GOAL_DIVISOR;
    }
}
