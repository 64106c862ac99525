package dev.wakeful.autodev.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import dev.wakeful.autodev.review.Opinion.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** VER-5: what a reviewer's last words mean; whatever is not plainly a verdict is none. */
class OpinionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACCEPT: it removes the cause",
                "Looks good.\n\n**ACCEPT** - fine\n",
                "I would OBJECT to more.\n- accept, it is right",
                "ACCEPTED"
            })
    void theLastLineAccepts(String words) {
        assertThat(done(words).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OBJECT: it hides the cause", "ACCEPT the idea.\n> OBJECT to the change", "Objection: no"})
    void theLastLineObjects(String words) {
        assertThat(done(words).verdict()).isEqualTo(Verdict.OBJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I am done.",
                "I accept it",
                "ACCEPTABLE, more or less",
                "ACCEPT\nOn the other hand, I am not sure",
                "Say ACCEPT or OBJECT"
            })
    void allElseIsNoVerdict(String words) {
        Opinion opinion = done(words);

        assertThat(opinion.verdict()).isEqualTo(Verdict.NONE);
        assertThat(opinion.why()).contains("did not end with a line");
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = "DONE", mode = EnumSource.Mode.EXCLUDE)
    void whoeverCameToNoEndHasNoVerdictWhateverItSays(Reason reason) {
        Opinion opinion = Opinion.of("critic", end(reason, "ACCEPT: it is perfect"));

        assertThat(opinion.verdict()).isEqualTo(Verdict.NONE);
        assertThat(opinion.why()).isNotBlank();
        assertThat(opinion.words()).startsWith("critic has not reviewed it: it ");
    }

    @Test
    void wordsAreCutAtTheirBeginningAndMadeHarmless() {
        Opinion opinion = done("first" + "x".repeat(2_000) + "\u001B[31m\u202E\nOBJECT: last");

        assertThat(opinion.said()).hasSize(1_501).startsWith("…x").endsWith("OBJECT: last");
        assertThat(opinion.said()).doesNotContain("\u001B", "\u202E", "\n");
    }

    private static Opinion done(String words) {
        return Opinion.of("critic", end(Reason.DONE, words));
    }

    private static AgentEnd end(Reason reason, String words) {
        return new AgentEnd(reason, words, null, Tokens.NONE, null);
    }
}
