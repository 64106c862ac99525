package dev.wakeful.budget.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wakeful.events.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BUD-6: exact, rounded up, and never cheaper than the dearest where nothing is known. */
class PriceTableTest {

    private static final Rates SMALL = new Rates(1_000_000, 5_000_000, 100_000, 2_000_000, 64_000, 200_000);
    private static final Rates LARGE = new Rates(3_000_000, 4_000_000, 300_000, 6_000_000, 32_000, 1_000_000);
    private static final PriceTable TABLE = new PriceTable(List.of(
            new PriceTable.Line(new ModelPattern("claude-*"), LARGE),
            new PriceTable.Line(new ModelPattern("claude-small*"), SMALL)));

    @Test
    void aPartOfAMicroDollarCountsAsAWholeOne() {
        assertThat(SMALL.cost(new TokenUsage(0, 1, 0, 0))).isEqualTo(Money.micros(1));
        assertThat(SMALL.cost(new TokenUsage(1_000, 10, 5, 20))).isEqualTo(Money.micros(1_111));
    }

    @Test
    void theWorstCaseReadsEverythingAtTheDearestRate() {
        assertThat(SMALL.worstCase(1_000, 100)).isEqualTo(Money.micros(2_500));
    }

    @Test
    void theLongestNameThatFitsCounts() {
        assertThat(TABLE.of("claude-small-1")).isEqualTo(SMALL);
        assertThat(TABLE.of("claude-large")).isEqualTo(LARGE);
    }

    @Test
    void anUnknownModelIsInEachRespectAsDearAsTheDearest() {
        assertThat(TABLE.of("gpt")).isEqualTo(new Rates(3_000_000, 5_000_000, 300_000, 6_000_000, 64_000, 1_000_000));
    }

    @Test
    void absurdPricesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rates(-1, 0, 0, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rates(0, 0, 0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceTable(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenUsage(-1, 0, 0, 0));
    }
}
