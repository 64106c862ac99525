package dev.wakeful.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void littleMoneyIsNeverShownAsNothing() {
        assertThat(Amounts.dollars(0)).isEqualTo("$0.00");
        assertThat(Amounts.dollars(1)).isEqualTo("$0.0001");
        assertThat(Amounts.dollars(2_667)).isEqualTo("$0.0027");
        assertThat(Amounts.dollars(5_000_000)).isEqualTo("$5.00");
    }

    @Test
    void spansAreInTheUnitPeopleThinkIn() {
        assertThat(Amounts.span(Duration.ofMillis(41))).isEqualTo("41 ms");
        assertThat(Amounts.span(Duration.ofMillis(3_240))).isEqualTo("3.2 s");
        assertThat(Amounts.span(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
        assertThat(Amounts.span(Duration.ofMillis(-3))).isEqualTo("0 ms");
    }

    @Test
    void agesAreInOneUnit() {
        Instant now = Instant.parse("2026-11-20T10:00:00Z");

        assertThat(Amounts.age(now.minusSeconds(7), now)).isEqualTo("7 s ago");
        assertThat(Amounts.age(now.minusSeconds(600), now)).isEqualTo("10 min ago");
        assertThat(Amounts.age(now.minus(Duration.ofHours(30)), now)).isEqualTo("30 h ago");
        assertThat(Amounts.age(now.minus(Duration.ofDays(3)), now)).isEqualTo("3 days ago");
    }
}
