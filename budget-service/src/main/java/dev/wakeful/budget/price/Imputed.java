package dev.wakeful.budget.price;

import dev.wakeful.budget.price.PriceProperties.Item;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What calls count that a subscription pays for, so that its use is budgeted in runs, wall-clock and tokens (BUD-6).
 *
 * @param call micro-dollars for each call
 * @param minute micro-dollars for each minute a call has begun
 * @param table by tokens; empty: as everywhere else
 */
record Imputed(
        @DefaultValue("0") long call,
        @DefaultValue("0") long minute,
        @DefaultValue List<Item> table) {

    private static final long DEAREST = 1_000_000_000L;

    Imputed {
        table = List.copyOf(table);
        checked("call", call);
        checked("minute", minute);
    }

    private static void checked(String key, long micros) {
        if (micros < 0 || micros > DEAREST) {
            throw new IllegalArgumentException(
                    "imputed." + key + " must be 0 to " + DEAREST + " micro-dollars, is " + micros);
        }
    }
}
