package dev.wakeful.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows in aligned columns; the last column is not padded. */
public final class Table {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final Ink ink;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Ink ink, String... headings) {
        this.ink = ink;
        rows.add(List.of(headings).stream().map(ink::dim).toList());
    }

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(row.get(column));
                line.append(" ".repeat(widths[column] - width(row.get(column)) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String cell) {
        return COLOUR.matcher(cell).replaceAll("").length();
    }
}
