package dev.wakeful.autodev.agent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.autodev.process.StoppedMeanwhile;
import dev.wakeful.testing.TickingClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DEV-7, STATE-4: the way to the models is looked at before anybody is sent along it. */
class GatewayDoorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TickingClock clock = new TickingClock(Instant.EPOCH);
    private final List<String> said = new ArrayList<>();
    private int knocks;
    private int meanwhile;

    private GatewayDoor openFrom(int knock) {
        return new GatewayDoor(
                URI.create("http://127.0.0.1:8423"),
                clock,
                gateway -> {
                    if (++knocks < knock) {
                        throw new IOException("Connection refused");
                    }
                },
                clock::tick);
    }

    @Test
    void whoFindsItOpenGoesOnAtOnce() {
        assertThat(openFrom(1).closed(PATIENCE, () -> meanwhile++, said::add)).isEmpty();

        assertThat(meanwhile).isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void oneThatIsJustStartingIsWaitedForAndThatIsSaidOnce() {
        assertThat(openFrom(5).closed(PATIENCE, () -> meanwhile++, said::add)).isEmpty();

        assertThat(meanwhile).isEqualTo(4);
        assertThat(said)
                .containsExactly("the gateway at http://127.0.0.1:8423 does not answer yet: Connection refused");
    }

    @Test
    void theWaitHasAnEndAndAReason() {
        assertThat(openFrom(Integer.MAX_VALUE).closed(PATIENCE, () -> meanwhile++, said::add))
                .contains("The gateway at http://127.0.0.1:8423 did not answer for 30 s: Connection refused");

        assertThat(meanwhile).isEqualTo(120);
    }

    /** STOP-3 */
    @Test
    void aStopEndsTheWait() {
        assertThatThrownBy(() -> openFrom(Integer.MAX_VALUE)
                        .closed(
                                PATIENCE,
                                () -> {
                                    throw new StoppedMeanwhile();
                                },
                                said::add))
                .isInstanceOf(StoppedMeanwhile.class);
    }
}
