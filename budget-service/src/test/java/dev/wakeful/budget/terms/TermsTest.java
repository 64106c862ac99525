package dev.wakeful.budget.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wakeful.budget.Samples;
import dev.wakeful.budget.ledger.ReservationRequest;
import dev.wakeful.budget.limit.Caps;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.ServiceProperties;
import dev.wakeful.service.inbox.UnprocessableEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** BUD-6 */
class TermsTest {

    private static final SwarmId SWARM = new SwarmId("swarm-1");

    private static final Caps CAPS = Caps.of(TestSettings.in("UTC"));

    private final Terms terms = new Terms(
            new Scopes(TestSettings.in("UTC"), TestSettings.alerts()),
            new Price(new ServiceProperties("budget", "budget", 1, 8000, Duration.ofMinutes(1), null)),
            TestSettings.in("UTC"));

    @Test
    void aReservationLivesAsLongAsItsSwarmMayAndTheGrace() {
        ReservationRequest request =
                terms.request(Samples.requested(SWARM, Money.dollars(2), Duration.ofHours(4)), CAPS, Samples.NOON);

        assertThat(request.amount()).isEqualTo(Money.dollars(2));
        assertThat(request.expiresAt()).isEqualTo(Samples.NOON.plus(Duration.ofMinutes(250)));
    }

    @Test
    void aRequestThatCannotBeMeantIsRefusedForGood() {
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> terms.request(Samples.requested(SWARM, Money.micros(-1)), CAPS, Samples.NOON));
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> terms.request(
                        Samples.requested(SWARM, Money.ZERO, Duration.ofSeconds(-1)), CAPS, Samples.NOON));
    }

    @Test
    void theEndOfASwarmIsPriced() {
        assertThat(terms.end(Samples.failed(SWARM, Duration.ofMinutes(3)), CAPS, Samples.NOON)
                        .spent())
                .isEqualTo(Money.micros(24_000));
        assertThat(terms.end(Samples.stopped(SWARM, Duration.ofMinutes(3)), CAPS, Samples.NOON)
                        .spent())
                .isEqualTo(Money.micros(24_000));
        assertThat(terms.end(Samples.completed(SWARM, Duration.ofMinutes(3)), CAPS, Samples.NOON)
                        .spent())
                .isEqualTo(Money.micros(24_000));
    }
}
