package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EXT-1: CloudEvents 1.0, Kafka protocol binding, binary mode. */
class EnvelopeHeadersTest {

    private static final Envelope FULL = new Envelope(
            new EventId("event-1"),
            "/wakeful/planner",
            "task.closed.v1",
            "task-1",
            Instant.parse("2026-11-20T08:15:30.250Z"),
            new LineageId("lineage-1"),
            new EventId("event-0"),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    private static final Envelope BARE = new Envelope(
            FULL.id(), FULL.source(), FULL.type(), FULL.subject(), FULL.time(), FULL.lineage(), null, null);

    /** EXT-1 */
    @Test
    void theHeadersAreTheContextAttributesOfCloudEvents() {
        assertThat(EnvelopeHeaders.write(FULL, 42))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "event-1"),
                        Map.entry("ce_source", "/wakeful/planner"),
                        Map.entry("ce_type", "task.closed.v1"),
                        Map.entry("ce_subject", "task-1"),
                        Map.entry("ce_time", "2026-11-20T08:15:30.250Z"),
                        Map.entry("ce_dataschema", "urn:wakeful:schema:task.closed.v1"),
                        Map.entry("ce_correlationid", "lineage-1"),
                        Map.entry("ce_causationid", "event-0"),
                        Map.entry("ce_sequence", "42"),
                        Map.entry("content-type", "application/json"),
                        Map.entry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")));
    }

    /** EXT-1: CloudEvents asks for an absolute URI as dataschema, and for lower-case letters and digits in names. */
    @Test
    void namesAndAddressesHaveTheShapeThatCloudEventsAsksFor() {
        Map<String, String> headers = EnvelopeHeaders.write(FULL, 42);

        assertThat(URI.create(headers.getOrDefault("ce_dataschema", "")).isAbsolute())
                .isTrue();
        assertThat(headers.keySet().stream().filter(name -> name.startsWith("ce_")))
                .allMatch(name -> name.matches("ce_[a-z0-9]{1,20}"));
    }

    /** EXT-1 */
    @Test
    void anEnvelopeComesBackAsItWasWritten() {
        assertThat(EnvelopeHeaders.read(EnvelopeHeaders.write(FULL, 1)::get)).isEqualTo(FULL);
        assertThat(EnvelopeHeaders.read(EnvelopeHeaders.write(BARE, 1)::get)).isEqualTo(BARE);
        assertThat(EnvelopeHeaders.write(BARE, 1)).doesNotContainKeys("ce_causationid", "traceparent");
    }

    /** EXT-1 */
    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_correlationid"})
    void aMissingRequiredAttributeIsUndecodableAndNamed(String name) {
        Map<String, String> headers = new HashMap<>(EnvelopeHeaders.write(FULL, 1));
        headers.remove(name);

        assertThatThrownBy(() -> EnvelopeHeaders.read(headers::get))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining(name);
    }

    /** EXT-1 */
    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_time", "ce_correlationid", "ce_causationid"})
    void aMalformedAttributeIsUndecodable(String name) {
        Map<String, String> headers = new HashMap<>(EnvelopeHeaders.write(FULL, 1));
        headers.put(name, "\n");

        assertThatThrownBy(() -> EnvelopeHeaders.read(headers::get)).isInstanceOf(UndecodableEvent.class);
    }
}
