package dev.wakeful.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.server.Item;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** VER-2, CHG-1: the demonstration succeeds only if all of it is true. */
class ProofTest {

    private static final Shop SHOP =
            new Shop(Path.of("/shop"), List.of("a", "b", "c", "d", "culprit", "base"), "culprit");
    private static final Recheck GOOD = new Recheck("head", true, true);
    private static final String TASK = """
            {"id":"t","state":"PROPOSED","culprit":{"revision":"culprit"},
             "pullRequest":{"id":"1","branch":"fix","base":"main","head":"head","draft":true,"url":"u"},
             "evidence":[{"role":"BASE","revision":"base","command":"sh test.sh","verdict":"RED"},
                         {"role":"BISECTION","revision":"d","command":"sh test.sh","verdict":"GREEN"},
                         {"role":"HEAD","revision":"head","command":"sh test.sh","verdict":"GREEN"}]}
            """;

    @Test
    void nothingIsObjectedToWhenAllIsTrue() {
        assertThat(proof(UnaryOperator.identity(), GOOD).objections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"culprit\":{\"revision\":\"culprit\"} | \"culprit\":{\"revision\":\"other\"} | The culprit is",
                "\"culprit\":{\"revision\":\"culprit\"} | \"x\":1 | the system says nothing",
                "\"draft\":true | \"draft\":false | is not a draft",
                "\"head\":\"head\" | \"head\":\"else\" | does not point to its head",
                "\"verdict\":\"RED\" | \"verdict\":\"GREEN\" | has not seen the check red on the base",
                "\"revision\":\"head\",\"command\":\"sh test.sh\",\"verdict\":\"GREEN\" | \"revision\":\"head\",\"command\":\"sh test.sh\",\"verdict\":\"RED\" | has not seen the check green on the head",
                "\"revision\":\"base\" | \"revision\":\"b\" | about other revisions",
                "\"revision\":\"base\",\"command\":\"sh test.sh\" | \"revision\":\"base\",\"command\":\"false\" | by different commands",
            })
    void oneThingThatIsNotTrueIsEnough(String truth, String instead, String objection) {
        Proof proof = proof(task -> task.replace(truth, instead), GOOD);

        assertThat(TASK).contains(truth);
        assertThat(proof.objections()).anyMatch(each -> each.contains(objection));
    }

    @Test
    void whatThisCommandSawForItselfCounts() {
        assertThat(proof(UnaryOperator.identity(), new Recheck("", true, true)).objections())
                .hasSize(1);
        assertThat(proof(UnaryOperator.identity(), new Recheck("head", false, true))
                        .objections())
                .hasSize(1);
        assertThat(proof(UnaryOperator.identity(), new Recheck("head", true, false))
                        .objections())
                .hasSize(1);
    }

    @Test
    void aTaskThatFailedSaysWhy() {
        String failed = "{\"state\":\"PARKED\",\"failure\":{\"reason\":\"REVERT_CONFLICTS\",\"message\":\"by hand\"}}";

        assertThat(proof(task -> failed, new Recheck("", true, false)).objections())
                .anyMatch(each -> each.contains("the task is PARKED (REVERT_CONFLICTS: by hand)"));
    }

    static Proof proof(UnaryOperator<String> change, Recheck recheck) {
        return new Proof(SHOP, new Item(JsonMapper.builder().build().readTree(change.apply(TASK))), recheck);
    }
}
