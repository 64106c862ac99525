package dev.wakeful.commandcenter.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.commandcenter.CommandCenterProperties;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nobody is taken for somebody who had the token. */
class SealTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Person DANA = new Person("Dána O'Hara");

    private final Seal seal = seal("secret");

    @Test
    void aProofNamesItsPersonUntilItIsOver() {
        String proof = seal.proof(Seal.Purpose.SIGN_IN, DANA, NOW);

        assertThat(seal.person(Seal.Purpose.SIGN_IN, proof, NOW.plusSeconds(299)))
                .contains(DANA);
        assertThat(seal.person(Seal.Purpose.SIGN_IN, proof, NOW.plusSeconds(300)))
                .isEmpty();
    }

    @Test
    void aProofIsGoodForNothingElse() {
        String proof = seal.proof(Seal.Purpose.SIGN_IN, DANA, NOW);

        assertThat(seal.person(Seal.Purpose.SESSION, proof, NOW)).isEmpty();
        assertThat(seal("another").person(Seal.Purpose.SIGN_IN, proof, NOW)).isEmpty();
    }

    @Test
    void whatIsForgedOrBrokenNamesNobody() {
        String proof = seal.proof(Seal.Purpose.SESSION, DANA, NOW);
        String later = "9" + proof;

        for (String forged : new String[] {later, proof + "A", proof.substring(1), "", "..", "1.2.3", "a.b.c"}) {
            assertThat(seal.person(Seal.Purpose.SESSION, forged, NOW))
                    .as(forged)
                    .isEmpty();
        }
        assertThat(seal.person(Seal.Purpose.SESSION, null, NOW)).isEmpty();
    }

    private static Seal seal(String token) {
        return new Seal(new CommandCenterProperties(token, Duration.ofMinutes(3), ""));
    }
}
