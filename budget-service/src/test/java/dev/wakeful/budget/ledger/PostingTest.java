package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Money;
import org.junit.jupiter.api.Test;

/** BUD-2 */
class PostingTest {

    @Test
    void whatIsReservedIsPostedOrReturnedAndWhatIsAboveItIsOverrun() {
        assertThat(of(10, 4)).isEqualTo(posting(4, 6, 0));
        assertThat(of(10, 10)).isEqualTo(posting(10, 0, 0));
        assertThat(of(10, 13)).isEqualTo(posting(10, 0, 3));
        assertThat(of(10, 0)).isEqualTo(posting(0, 10, 0));
        assertThat(of(0, 3)).isEqualTo(posting(0, 0, 3));
    }

    private static Posting of(long reserved, long spent) {
        return Posting.of(Money.micros(reserved), Money.micros(spent));
    }

    private static Posting posting(long posted, long released, long overrun) {
        return new Posting(Money.micros(posted), Money.micros(released), Money.micros(overrun));
    }
}
