package dev.wakeful.budget.price;

import java.util.Comparator;
import java.util.List;

/** The prices of all known models. What it does not know is as dear as the dearest it knows (BUD-6). */
public final class PriceTable {

    private final List<Line> lines;
    private final Rates dearest;

    /** @throws IllegalArgumentException when it is empty */
    public PriceTable(List<Line> lines) {
        this.lines = lines.stream()
                .sorted(Comparator.comparingInt(
                                (Line line) -> line.model().value().length())
                        .reversed())
                .toList();
        this.dearest = lines.stream()
                .map(Line::rates)
                .reduce(Rates::dearer)
                .orElseThrow(() -> new IllegalArgumentException("The price table is empty"));
    }

    /** One model, or several that cost the same. */
    public record Line(ModelPattern model, Rates rates) {}

    /** By the longest name that fits; for an unknown model in each respect the dearest of the table. */
    public Rates of(String model) {
        return lines.stream()
                .filter(line -> line.model().matches(model))
                .findFirst()
                .map(Line::rates)
                .orElse(dearest);
    }
}
