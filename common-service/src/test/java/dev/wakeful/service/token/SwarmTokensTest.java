package dev.wakeful.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.wakeful.events.SwarmId;
import dev.wakeful.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BUD-4: a swarm's token opens the gateway for this swarm, for a while, and cannot be made up. */
class SwarmTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String SECRET = "a-secret-of-at-least-thirty-two-characters";

    private final TickingClock clock = new TickingClock(NOW);
    private final SwarmTokens tokens = new SwarmTokens(SECRET, clock);
    private final SwarmToken token =
            new SwarmToken(SwarmId.make(NOW), NOW.plus(Duration.ofHours(1)), List.of("claude-sonnet-*", "gpt-5"));

    @Test
    void aTokenSaysWhatWasPutIntoItUntilItExpires() {
        String minted = tokens.mint(token);

        assertThat(tokens.read(minted)).hasValue(token);
        assertThat(minted).matches("[A-Za-z0-9._-]+");
        clock.tick(Duration.ofHours(1));
        assertThat(tokens.read(minted)).isEmpty();
    }

    @Test
    void aTokenThatIsChangedAnywhereIsNone() {
        String minted = tokens.mint(token);

        for (int n = 0; n < minted.length(); n++) {
            char other = minted.charAt(n) == 'A' ? 'B' : 'A';
            assertThat(tokens.read(minted.substring(0, n) + other + minted.substring(n + 1)))
                    .isEmpty();
            assertThat(tokens.read(minted.substring(0, n))).isEmpty();
        }
        assertThat(tokens.read(minted + "A")).isEmpty();
    }

    @Test
    void aTokenOfAnotherInstallationIsNone() {
        String foreign = new SwarmTokens("another-secret-of-thirty-two-characters", clock).mint(token);

        assertThat(tokens.read(foreign)).isEmpty();
    }

    @Test
    void withoutASecretNothingIsMadeAndNothingIsGood() {
        SwarmTokens without = new SwarmTokens("", clock);

        assertThat(without.read(tokens.mint(token))).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> without.mint(token));
    }

    @Test
    void aShortSecretAndNamesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenProperties("short"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SwarmToken(token.swarm(), NOW, List.of("a,b")));
    }
}
