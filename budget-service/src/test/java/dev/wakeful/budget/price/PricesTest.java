package dev.wakeful.budget.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.wakeful.events.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

class PricesTest {

    @TempDir
    private Path directory;

    @Test
    void aChangedFileHoldsAtOnceAndABrokenOneNever() throws IOException {
        Path file = directory.resolve("prices.yaml");
        write(file, "1000", 1);
        Prices prices = new Prices(properties(file));
        long before = prices.of("m", false).rates().input();
        write(file, "2000", 2);
        long changed = prices.of("m", false).rates().input();
        write(file, "-5", 3);
        long broken = prices.of("m", false).rates().input();

        assertThat(List.of(before, changed, broken)).containsExactly(1_000L, 2_000L, 2_000L);
    }

    /** A misspelled key, a line that is no price, no table at all: never half of a file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tabel: []",
                "table: [{model: m}]",
                "table: [{model: m, input: 1, output: 1, cache-read: 1, cache-write: 1, max-output: 1, context: 1, x: 1}]",
                "table: [{model: m",
                "table: [{model: m, input: 1, output: 1, cache-read: 1, cache-write: 1, max-output: 1, context: 1}]\nimputed: {call: -1}"
            })
    void aBrokenFileStopsTheStart(String text) throws IOException {
        Path file = directory.resolve("broken.yaml");
        Files.writeString(file, text);

        assertThatException().isThrownBy(() -> new Prices(properties(file)));
    }

    /** BUD-6: what a subscription pays counts all the same, by call, minute and tokens. */
    @Test
    void callsOfASubscriptionCountAtTheImputedPrice() throws IOException {
        Path file = directory.resolve("imputed.yaml");
        Files.writeString(file, """
                table:
                  - {model: "m*", input: 1000000, output: 1, cache-read: 1, cache-write: 1, max-output: 1, context: 1}
                imputed:
                  call: 50
                  minute: 7
                """);
        Prices prices = new Prices(properties(file));
        TokenUsage usage = new TokenUsage(3, 0, 0, 0);

        assertThat(prices.of("m", false).cost(usage, Duration.ofSeconds(61))).isEqualTo(Money.micros(3));
        assertThat(prices.of("m", true).cost(usage, Duration.ofSeconds(61))).isEqualTo(Money.micros(3 + 50 + 14));
        assertThat(prices.of("m", true).worstCase(3, 0, Duration.ofHours(1))).isEqualTo(Money.micros(3 + 50 + 420));
    }

    /** BUD-6: what is newer than the default table is as dear as the dearest, not as cheap as an older model of a similar name. */
    @Test
    void theDefaultsPriceNoNewModelLikeAnOldOne() throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("budget.yaml"))
                .forEach(sources::addLast);
        Prices prices = new Prices(new Binder(ConfigurationPropertySources.from(sources))
                .bind("wakeful.budget.price", PriceProperties.class)
                .get());
        Rates dearest = prices.of("none-of-them", false).rates();

        for (String unknown : List.of("gpt-5.9", "gpt-6", "claude-opus-6", "gemini-4-pro", "claude-sonnet-6-1")) {
            assertThat(prices.of(unknown, false).rates()).isEqualTo(dearest);
        }
        assertThat(prices.of("claude-opus-4-1-20250805", false).rates().output())
                .isEqualTo(75_000_000);
        assertThat(prices.of("claude-opus-4-8", false).rates().output()).isEqualTo(25_000_000);
        assertThat(prices.of("gpt-5.2-pro", false).rates().output()).isEqualTo(168_000_000);
        assertThat(prices.of("gpt-5-codex", false).rates().output()).isEqualTo(10_000_000);
    }

    private static PriceProperties properties(Path file) {
        return new PriceProperties(List.of(), new Imputed(0, 0, List.of()), file);
    }

    private static void write(Path file, String input, long at) throws IOException {
        Files.writeString(file, """
                table:
                  - {model: "m*", input: %s, output: 1, cache-read: 1, cache-write: 1, max-output: 1, context: 1}
                """.formatted(input));
        Files.setLastModifiedTime(file, FileTime.fromMillis(at * 10_000));
    }
}
