package dev.wakeful.budget.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.inbox.UnprocessableEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** BUD-6, BUD-9 */
class PriceTest {

    private final Price price =
            new Price(new ServiceProperties("budget", "budget", 1, 8000, Duration.ofMinutes(1), null));

    @Test
    void machineTimeIsPaidByTheMinuteAndRoundedUpToTheMicroDollar() {
        assertThat(of(Duration.ofMinutes(1))).isEqualTo(Money.micros(8000));
        assertThat(of(Duration.ofMinutes(1).plusNanos(1))).isEqualTo(Money.micros(8001));
        assertThat(of(Duration.ofNanos(1))).isEqualTo(Money.micros(1));
        assertThat(of(Duration.ZERO)).isEqualTo(Money.ZERO);
        assertThat(of(Duration.ofDays(3650))).isEqualTo(Money.micros(3650L * 24 * 60 * 8000));
    }

    @Test
    void whatCannotBeTrueIsNotPricedAndNeverFree() {
        assertThatExceptionOfType(UnprocessableEvent.class).isThrownBy(() -> of(Duration.ofSeconds(-1)));
        assertThatExceptionOfType(UnprocessableEvent.class).isThrownBy(() -> of(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    private Money of(Duration machineTime) {
        return price.of(new SwarmEvent.Usage(machineTime, 1));
    }
}
