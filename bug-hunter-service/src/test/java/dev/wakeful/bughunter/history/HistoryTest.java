package dev.wakeful.bughunter.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.bughunter.Samples;
import dev.wakeful.events.RepositoryName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final RepositoryName REPOSITORY = Samples.repository();

    @Test
    void lastGoodIsTheNewestGreenRevisionOfTheBranchFromBeforeTheFailure() {
        History history = new History(List.of(
                JobRun.passed(Samples.passed(REPOSITORY, Samples.revision('d'), 9)),
                JobRun.passed(Samples.passed(REPOSITORY, Samples.GOOD, 1)),
                JobRun.passed(Samples.passed(REPOSITORY, Samples.BAD, 9)),
                JobRun.passed(Samples.passed(REPOSITORY, Samples.NEXT, 30)),
                new JobRun("release", Samples.revision('e'), 1, JobRun.Outcome.PASSED, Samples.at(9), null)));

        assertThat(history.lastGood("main", Samples.at(10), Samples.BAD)).contains(Samples.revision('d'));
        assertThat(history.lastGood("main", Samples.at(1), Samples.BAD)).isEmpty();
    }

    @Test
    void aFailureIsOverWhenANewerRevisionPassedAfterIt() {
        JobRun newer = JobRun.passed(Samples.passed(REPOSITORY, Samples.NEXT, 30));
        JobRun older = JobRun.passed(Samples.passed(REPOSITORY, Samples.GOOD, 1));
        JobRun olderAgain = JobRun.passed(Samples.passed(REPOSITORY, Samples.GOOD, 30));

        assertThat(new History(List.of(older, newer)).overcomeBy("main", Samples.at(10), Samples.BAD))
                .contains(newer);
        assertThat(new History(List.of(older, olderAgain)).overcomeBy("main", Samples.at(10), Samples.BAD))
                .isEqualTo(Optional.empty());
    }
}
