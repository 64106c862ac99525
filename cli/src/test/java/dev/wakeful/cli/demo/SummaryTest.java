package dev.wakeful.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.terminal.Ink;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The contract that scripts and the continuous integration rely on. */
    @Test
    void theDocumentHasEveryPromisedField() {
        JsonNode json =
                JSON.valueToTree(summary(new Recheck("head", true, true)).json());

        assertThat(json.path("culprit").asString()).isEqualTo("culprit");
        assertThat(json.path("expectedCulprit").asString()).isEqualTo("culprit");
        assertThat(json.path("pullRequest").path("id").asString()).isEqualTo("1");
        assertThat(json.path("pullRequest").path("branch").asString()).isEqualTo("fix");
        assertThat(json.path("pullRequest").path("draft").asBoolean()).isTrue();
        assertThat(json.path("pullRequest").path("url").asString()).isEqualTo("u");
        assertThat(json.path("verification").path("base").asString()).isEqualTo("red");
        assertThat(json.path("verification").path("head").asString()).isEqualTo("green");
        assertThat(json.path("reactionMillis").isIntegralNumber()).isTrue();
        assertThat(json.path("elapsedSeconds").asDouble()).isEqualTo(12.5);
        assertThat(json.path("costMicros").isIntegralNumber()).isTrue();
        assertThat(json.has("traceId")).isTrue();
        assertThat(json.path("dashboard").asString()).isEqualTo("http://127.0.0.1:1");
        assertThat(json.path("ok").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotTrueIsInTheDocumentToo() {
        JsonNode json = JSON.valueToTree(summary(new Recheck("", true, true)).json());

        assertThat(json.path("ok").asBoolean()).isFalse();
        assertThat(json.path("objections")).hasSize(1);
    }

    @Test
    void peopleSeeTheSameAndHowToLookAtTheBranch() {
        String text = summary(new Recheck("head", true, true)).text(Ink.PLAIN);

        assertThat(text)
                .contains(
                        "fix into main, draft",
                        "red on the base",
                        "green on the head",
                        "git -C /shop show fix",
                        "--keep");
    }

    private static Summary summary(Recheck recheck) {
        return new Summary(
                ProofTest.proof(UnaryOperator.identity(), recheck),
                Duration.ofSeconds(6),
                Duration.ofMillis(12_500),
                URI.create("http://127.0.0.1:1"),
                false);
    }
}
