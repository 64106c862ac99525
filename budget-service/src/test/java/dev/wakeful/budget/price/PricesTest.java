package dev.wakeful.budget.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {

    @TempDir
    private Path directory;

    @Test
    void aChangedFileHoldsAtOnceAndABrokenOneNever() throws IOException {
        Path file = directory.resolve("prices.yaml");
        write(file, "1000", 1);
        Prices prices = new Prices(new PriceProperties(List.of(), file));
        long before = prices.table().of("m").input();
        write(file, "2000", 2);
        long changed = prices.table().of("m").input();
        write(file, "-5", 3);
        long broken = prices.table().of("m").input();

        assertThat(List.of(before, changed, broken)).containsExactly(1_000L, 2_000L, 2_000L);
    }

    private static void write(Path file, String input, long at) throws IOException {
        Files.writeString(file, """
                table:
                  - {model: "m*", input: %s, output: 1, cache-read: 1, cache-write: 1, max-output: 1, context: 1}
                """.formatted(input));
        Files.setLastModifiedTime(file, FileTime.fromMillis(at * 10_000));
    }
}
