package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents from outside are never half-read. EXT-1 */
class EventJsonTest {

    private static final String SETTLED =
            "{\"reservation\":\"reservation-1\",\"swarm\":\"swarm-1\",\"spent\":%s,\"released\":0}";

    /** EXT-1 */
    @Test
    void identifiersAndMoneyAreScalars() {
        byte[] json = EventJson.encode(new BudgetEvent.Settled(
                new ReservationId("reservation-1"), new SwarmId("swarm-1"), Money.micros(7), Money.ZERO));

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(SETTLED.formatted("7"));
    }

    /** EXT-1 */
    @Test
    void anAbsentOptionalFieldIsNotWrittenAndMayBeNullWhenRead() {
        ChangeEvent.Refused refused = new ChangeEvent.Refused(
                new TaskId("task-1"), new SwarmId("swarm-1"), new RepositoryName("acme/widgets"), null, "moved on");

        String json = new String(EventJson.encode(refused), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("head");
        assertThat(decode("change.refused.v1", json.replace("{\"task\"", "{\"head\":null,\"task\"")))
                .isEqualTo(refused);
    }

    /** BUD-2: an amount is exact or it is not an amount. */
    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"7\"", "true", "9223372036854775808", "null", "[]"})
    void anAmountThatIsNotAWholeNumberIsUndecodable(String amount) {
        assertThatThrownBy(() -> decode("budget.settled.v1", SETTLED.formatted(amount)))
                .isInstanceOf(UndecodableEvent.class);
    }

    /** EXT-1 */
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{}", "{} {}", "\u0000"})
    void aMalformedDocumentIsUndecodable(String json) {
        assertThatThrownBy(() -> decode("budget.settled.v1", json)).isInstanceOf(UndecodableEvent.class);
    }

    /** EXT-1 */
    @Test
    void anUnknownTypeIsUndecodableAndNamed() {
        assertThatThrownBy(() -> decode("build.exploded.v1", "{}"))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining("build.exploded.v1");
    }

    /** VER-5: evidence without a verdict is no evidence. */
    @Test
    void aFieldThatIsMissingInsideAListIsFound() {
        GoldenSample sample = GoldenSample.all().stream()
                .filter(one -> one.wireName().equals("swarm.completed.v1"))
                .findFirst()
                .orElseThrow();
        String json = new String(sample.bytes(), StandardCharsets.UTF_8).replaceFirst("\"verdict\": \"RED\",", "");

        assertThatThrownBy(() -> decode("swarm.completed.v1", json))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining("verdict");
    }

    /** EXT-1 */
    @Test
    void theMessageShowsNoMoreThanTheBeginningOfTheDocument() {
        assertThatThrownBy(() -> decode("budget.settled.v1", "{\"x\":\"" + "y".repeat(10_000) + "\"}"))
                .isInstanceOf(UndecodableEvent.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
    }

    private static Event decode(String wireName, String json) {
        return EventJson.decode(wireName, json.getBytes(StandardCharsets.UTF_8));
    }
}
