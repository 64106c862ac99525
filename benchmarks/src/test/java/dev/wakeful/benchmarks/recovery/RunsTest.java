package dev.wakeful.benchmarks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.benchmarks.system.Stamps.Stamp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counting must see what it is there to see: STATE-1 is judged by it. */
class RunsTest {

    private static final long SECOND = 1_000_000;

    @Test
    void oneRunIsNothingSpecial() {
        Runs runs =
                Runs.of(List.of(stamp(1, "a", "r1 10 began"), stamp(2, "a", "r1 10 runs"), stamp(3, "a", "r1 10 red")));

        assertThat(runs.swarms()).isOne();
        assertThat(runs.aliveTogether()).isZero();
        assertThat(runs.finishedAndRunAgain(9 * SECOND)).isZero();
    }

    @Test
    void aFinishedCheckThatIsRunAgainIsSeen() {
        Runs runs = Runs.of(List.of(
                stamp(1, "a", "r1 10 began"),
                stamp(2, "a", "r1 10 red"),
                stamp(9, "a", "r1 20 began"),
                stamp(10, "a", "r1 20 red")));

        assertThat(runs.finishedAndRunAgain(8 * SECOND)).isOne();
    }

    @Test
    void aCheckThatWasCutOffOrHadJustEndedMayBeRunAgain() {
        Runs cut = Runs.of(
                List.of(stamp(1, "a", "r1 10 began"), stamp(9, "a", "r1 20 began"), stamp(10, "a", "r1 20 red")));
        Runs unseen = Runs.of(
                List.of(stamp(1, "a", "r1 10 began"), stamp(7, "a", "r1 10 red"), stamp(9, "a", "r1 20 began")));

        assertThat(cut.finishedAndRunAgain(8 * SECOND)).isZero();
        assertThat(unseen.finishedAndRunAgain(8 * SECOND)).isZero();
    }

    @Test
    void anotherRevisionIsAnotherCheck() {
        Runs runs = Runs.of(
                List.of(stamp(1, "a", "r1 10 began"), stamp(2, "a", "r1 10 red"), stamp(9, "a", "r2 20 began")));

        assertThat(runs.finishedAndRunAgain(8 * SECOND)).isZero();
    }

    @Test
    void twoLivingProcessesOfASwarmAreSeenAndThoseOfTwoSwarmsAreNot() {
        Runs runs = Runs.of(List.of(
                stamp(1, "a", "r1 10 began"),
                stamp(2, "b", "r1 11 began"),
                stamp(3, "a", "r1 20 began"),
                stamp(4, "a", "r1 10 runs"),
                stamp(5, "b", "r1 11 runs"),
                stamp(6, "a", "r1 20 runs")));

        assertThat(runs.aliveTogether()).isOne();
    }

    @Test
    void aProcessNumberThatComesBackIsAnotherRun() {
        Runs runs = Runs.of(List.of(
                stamp(1, "a", "r1 10 began"),
                stamp(2, "a", "r1 10 red"),
                stamp(9, "a", "r1 10 began"),
                stamp(10, "a", "r1 10 red")));

        assertThat(runs.all()).hasSize(2);
        assertThat(runs.finishedAndRunAgain(8 * SECOND)).isOne();
        assertThat(runs.firstBeganAfter(8 * SECOND)).isEqualTo(9 * SECOND);
    }

    private static Stamp stamp(long seconds, String swarm, String words) {
        return new Stamp(seconds * SECOND, swarm, words);
    }
}
