package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** BUD-2, BUD-3: amounts are exact. */
class MoneyTest {

    /** BUD-2 */
    @Test
    void sumsAndDifferencesAreExact() {
        Money tenCents = Money.micros(100_000);

        assertThat(tenCents.plus(Money.micros(200_000))).isEqualTo(Money.micros(300_000));
        assertThat(Money.dollars(100).minus(Money.micros(1))).isEqualTo(Money.micros(99_999_999));
        assertThat(Money.ZERO.minus(Money.micros(1)).isNegative()).isTrue();
        assertThat(Money.ZERO.isNegative()).isFalse();
    }

    /** BUD-3: an overflow is an error, never a small or negative amount. */
    @Test
    void anOverflowIsRefused() {
        Money most = Money.micros(Long.MAX_VALUE);
        Money least = Money.micros(Long.MIN_VALUE);

        assertThatThrownBy(() -> most.plus(Money.micros(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(Money.micros(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.dollars(Long.MAX_VALUE / 1_000_000 + 1)).isInstanceOf(ArithmeticException.class);
    }

    /** BUD-2 */
    @Test
    void amountsAreComparedByValue() {
        assertThat(Money.micros(2)).isGreaterThan(Money.micros(1)).isEqualByComparingTo(Money.micros(2));
    }

    /** REP-1: people see cents where cents are exact, and micro-dollars where they are not. */
    @Test
    void peopleSeeDollars() {
        assertThat(Money.dollars(5)).hasToString("$5.00");
        assertThat(Money.micros(120_000)).hasToString("$0.12");
        assertThat(Money.micros(4_200)).hasToString("$0.004200");
        assertThat(Money.micros(Long.MIN_VALUE)).hasToString("$-9223372036854.775808");
    }
}
