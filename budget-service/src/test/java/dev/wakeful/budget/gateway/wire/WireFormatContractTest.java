package dev.wakeful.budget.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wakeful.budget.price.TokenUsage;
import dev.wakeful.testing.provider.FakeProvider;
import dev.wakeful.testing.provider.Received;
import dev.wakeful.testing.provider.Reply;
import dev.wakeful.testing.provider.Used;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** BUD-4, BUD-6: what every API's adapter must do, whatever its shapes. */
class WireFormatContractTest {

    private static final Used USED = new Used(11, 1_000, 0, 7);

    /** One API: its adapter, where it is called, and a body with room for one more member at its front. */
    private record Contract(WireFormat format, String path, String query, String rest, String bound) {

        ModelCall read(String members) {
            return format.read(path, query, body(members));
        }

        byte[] body(String members) {
            return ("{" + members + (members.isEmpty() ? "" : ",") + rest + "}").getBytes(StandardCharsets.UTF_8);
        }
    }

    static Stream<Arguments> apis() {
        return Stream.of(
                        new Contract(
                                new AnthropicMessages(),
                                "/v1/messages",
                                "",
                                "\"model\":\"m\",\"stream\":true,\"messages\":[]",
                                "\"max_tokens\":%d"),
                        new Contract(
                                new OpenAiResponses(),
                                "/v1/responses",
                                "",
                                "\"model\":\"m\",\"stream\":true,\"input\":\"x\"",
                                "\"max_output_tokens\":%d"),
                        new Contract(
                                new ChatCompletions(),
                                "/v1/chat/completions",
                                "",
                                "\"model\":\"m\",\"stream\":true,\"messages\":[]",
                                "\"max_completion_tokens\":%d"),
                        new Contract(
                                new GeminiGenerateContent(),
                                "/v1beta/models/m:streamGenerateContent",
                                "alt=sse",
                                "\"contents\":[]",
                                "\"generationConfig\":{\"maxOutputTokens\":%d}"))
                .map(contract ->
                        Arguments.of(Named.of(contract.format().getClass().getSimpleName(), contract)));
    }

    @ParameterizedTest
    @MethodSource("apis")
    void readsTheModelAndTheBound(Contract api) {
        ModelCall call = api.read(api.bound().formatted(77));

        assertThat(call.model()).isEqualTo("m");
        assertThat(call.maxOutput()).hasValue(77);
        assertThat(call.answers()).isEqualTo(1);
        assertThat(call.readsElsewhere()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("apis")
    void putsABoundIntoACallThatNamesNone(Contract api) {
        ModelCall call = api.read("");

        byte[] outbound = api.format().outbound(call, 55).body();

        assertThat(call.maxOutput()).isEmpty();
        assertThat(api.format().read(api.path(), api.query(), outbound).maxOutput())
                .hasValue(55);
    }

    @ParameterizedTest
    @MethodSource("apis")
    void refusesWhatIsNoJsonAndWhatSaysTwoThings(Contract api) {
        String twice = api.bound().formatted(1) + "," + api.bound().formatted(100);

        for (String body :
                new String[] {"", "{", "[]", "null", "{}}", new String(api.body(twice), StandardCharsets.UTF_8)}) {
            assertThatExceptionOfType(CallRefused.class)
                    .isThrownBy(() -> api.format().read(api.path(), api.query(), body.getBytes(StandardCharsets.UTF_8)))
                    .matches(refused -> refused.refusal().status() == 400);
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    void refusesBoundsThatAreNone(Contract api) {
        for (long bound : new long[] {-1, 0, 1_000_000_000}) {
            assertThatExceptionOfType(CallRefused.class)
                    .isThrownBy(() -> api.read(api.bound().formatted(bound)))
                    .matches(refused -> refused.refusal().status() == 400);
        }
    }

    @ParameterizedTest
    @MethodSource("apis")
    void countsAWholeStreamAndNothingElse(Contract api) throws IOException {
        TokenUsage used = new TokenUsage(USED.input(), USED.cacheRead(), USED.cacheWrite(), USED.output());

        assertThat(counted(api, Reply.Ending.WHOLE)).hasValue(used);
        assertThat(counted(api, Reply.Ending.WITHOUT_USAGE)).isEmpty();
        assertThat(counted(api, Reply.Ending.MALFORMED)).isEmpty();
        assertThat(counted(api, Reply.Ending.CUT)).isEmpty();
    }

    private static Optional<TokenUsage> counted(Contract api, Reply.Ending ending) throws IOException {
        Outbound outbound = api.format().outbound(api.read(""), 100);
        Received received =
                new Received(api.path(), api.query(), Map.of(), new String(outbound.body(), StandardCharsets.UTF_8));
        byte[] stream = FakeProvider.text(received, (Reply.Answer) Reply.ending(USED, ending))
                .getBytes(StandardCharsets.UTF_8);
        UsageMeter meter = new UsageMeter(api.format());
        new EventStream((raw, data) -> {
                    if (!data.isEmpty()) {
                        meter.take(data);
                    }
                })
                .take(stream, stream.length);
        return meter.usage();
    }

    /** In the shape that this API's clients read, with the reason for programs, and never as 429. */
    @ParameterizedTest
    @MethodSource("apis")
    void saysRefusalsInTheApisOwnShape(Contract api) {
        Instant later = Instant.parse("2026-11-20T12:00:00Z");
        for (Refusal refusal : new Refusal[] {
            Refusal.unauthorized(),
            Refusal.rateStopped(),
            Refusal.tooLarge(1),
            Refusal.stopped(),
            Refusal.parked("p", later),
            Refusal.outage("p", later),
            Refusal.stalled("p"),
            Refusal.brokenAnswer("p"),
            Refusal.modelNotAllowed("m", java.util.List.of("n"))
        }) {
            JsonNode error = Json.read(new String(api.format().error(refusal), StandardCharsets.UTF_8))
                    .path("error");

            assertThat(refusal.status()).isNotEqualTo(429);
            assertThat(error.path("message").asString()).isEqualTo(refusal.message());
            assertThat(error.toString()).contains(refusal.reason());
        }
    }
}
