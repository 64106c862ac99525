package dev.wakeful.autodev.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** HUNT-2, DEV-5 */
class LogExcerptTest {

    @Test
    void theFailureIsKeptWithItsSurroundingsAndTheEnd() {
        List<String> log = new ArrayList<>(numbered("step", 500));
        log.set(200, "ShopTest > sells FAILED");

        String excerpt = LogExcerpt.of(log);

        assertThat(excerpt.lines())
                .contains("ShopTest > sells FAILED", "step 197", "step 208", "step 499", "step 475")
                .doesNotContain("step 196", "step 209", "step 474");
        assertThat(excerpt).startsWith("[… 197 lines …]\n");
    }

    @Test
    void aLogFullOfFailuresIsBoundedAndItsFirstOnesAreKept() {
        List<String> log = numbered("error", 100_000);

        List<String> excerpt = LogExcerpt.of(log).lines().toList();

        assertThat(excerpt).hasSizeLessThan(200).contains("error 0", "error 99999");
    }

    @Test
    void aGiganticLineIsCut() {
        assertThat(LogExcerpt.of(List.of("x".repeat(1_000_000))).length()).isLessThan(500);
        assertThat(LogExcerpt.of(List.of())).isEmpty();
    }

    private static List<String> numbered(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + " " + i).toList();
    }
}
