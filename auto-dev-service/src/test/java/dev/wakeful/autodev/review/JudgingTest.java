package dev.wakeful.autodev.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.review.Opinion.Verdict;
import dev.wakeful.autodev.review.ReviewProperties.Policy;
import dev.wakeful.autodev.swarm.Review;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VER-5, DEV-2: a required review that nobody gave is for a person, with the exact reason; never silent. */
class JudgingTest {

    private static final Opinion ACCEPTS = new Opinion("ada", Verdict.ACCEPTED, "accepts it", "ACCEPT: right");
    private static final Opinion OBJECTS = new Opinion("bob", Verdict.OBJECTED, "objects", "OBJECT: wrong");
    private static final Opinion DEAD = Opinion.none("cid", "died", "Killed");
    private static final Opinion AUTHOR = Opinion.none("dan", "made the change itself", "");

    @Test
    void offIsNothingAtAll() {
        assertThat(Judging.of(Policy.OFF, List.of(OBJECTS))).isEqualTo(Review.NONE);
    }

    @Test
    void whoIsOnlyAskedIsToldAndNoMore() {
        Review review = Judging.of(Policy.ASKED, List.of(DEAD, OBJECTS));

        assertThat(review.suspicions()).isEmpty();
        assertThat(review.words())
                .isEqualTo(
                        "cid has not reviewed it: it died. It said: Killed\nbob reviewed it and says: OBJECT: wrong");
        assertThat(Judging.of(Policy.ASKED, List.of())).isEqualTo(Review.NONE);
    }

    @Test
    void oneAcceptanceIsEnough() {
        assertThat(Judging.of(Policy.REQUIRED, List.of(DEAD, ACCEPTS)).suspicions())
                .isEmpty();
    }

    @Test
    void anObjectionGoesToAPersonWithItsWords() {
        assertThat(Judging.of(Policy.REQUIRED, List.of(DEAD, OBJECTS)).suspicions())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).isEqualTo(Suspicion.REVIEW_OBJECTS);
                    assertThat(each.text()).isEqualTo("OBJECT: wrong");
                    assertThat(each.why()).contains("bob objects", "a claim");
                });
    }

    @Test
    void noVerdictGoesToAPersonWithEachReason() {
        assertThat(Judging.of(Policy.REQUIRED, List.of(AUTHOR, DEAD)).suspicions())
                .containsExactly(new Suspicion(
                        Suspicion.NOT_REVIEWED,
                        "",
                        0,
                        "Killed",
                        "A second agent has to accept the change: dan made the change itself; cid died."));
    }

    @Test
    void nobodyToAskGoesToAPerson() {
        assertThat(Judging.of(Policy.REQUIRED, List.of()).suspicions())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).isEqualTo(Suspicion.NOT_REVIEWED);
                    assertThat(each.why()).contains("none is set up (wakeful.auto-dev.review.reviewers)");
                });
    }
}
