package dev.wakeful.budget.price;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where prices come from.
 *
 * @param table the prices that hold while there is no file
 * @param imputed what counts for calls that a subscription pays for
 * @param file {@code none}, or a YAML file with {@code table} and {@code imputed} of the same shape, read again whenever it changes
 */
@ConfigurationProperties("wakeful.budget.price")
record PriceProperties(
        @DefaultValue List<Item> table,
        @DefaultValue Imputed imputed,
        @Nullable Path file) {

    PriceProperties {
        table = List.copyOf(table);
        file = file == null || file.toString().isBlank() || file.toString().equals("none") ? null : file;
    }

    /** One line as people write it; prices are in micro-dollars for a million tokens. */
    record Item(String model, long input, long output, long cacheRead, long cacheWrite, long maxOutput, long context) {

        PriceTable.Line line() {
            return new PriceTable.Line(
                    new ModelPattern(model), new Rates(input, output, cacheRead, cacheWrite, maxOutput, context));
        }
    }

    Tariff tariff() {
        PriceTable prices = table(table);
        return new Tariff(prices, imputed.table().isEmpty() ? prices : table(imputed.table()), imputed);
    }

    private static PriceTable table(List<Item> items) {
        return new PriceTable(items.stream().map(Item::line).toList());
    }
}
