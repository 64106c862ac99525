package dev.wakeful.bughunter.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.bughunter.Samples;
import dev.wakeful.bughunter.history.History;
import dev.wakeful.bughunter.history.Job;
import dev.wakeful.bughunter.history.JobRun;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Fingerprint;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TRG-16, TRG-17 */
class AfterPassTest {

    private static final RepositoryName REPOSITORY = Samples.repository();
    private static final FindingId FINDING = FindingId.make(Samples.NOW);
    private static final Instant QUARANTINE_END = Samples.NOW.plus(Quarantine.TERM);

    @Test
    void aLaterPassOfANewerRevisionResolvesARegression() {
        assertThat(after(Classification.REGRESSION, Samples.NEXT, 20)).isInstanceOf(AfterPass.Resolves.class);
    }

    @ParameterizedTest
    @EnumSource(Classification.class)
    void aPassFromBeforeTheFailureResolvesNothing(Classification classification) {
        assertThat(after(classification, Samples.NEXT, 5)).isEqualTo(new AfterPass.Stays());
    }

    @ParameterizedTest
    @EnumSource(Classification.class)
    void aReRunOfARevisionThatRanBeforeTheFailureResolvesNothing(Classification classification) {
        assertThat(after(classification, Samples.GOOD, 20)).isEqualTo(new AfterPass.Stays());
    }

    @Test
    void aPassOfTheFailingRevisionShowsThatItIsFlakyWheneverItWas() {
        assertThat(after(Classification.REGRESSION, Samples.BAD, 20)).isInstanceOf(AfterPass.TurnsFlaky.class);
        assertThat(after(Classification.REGRESSION, Samples.BAD, 5)).isInstanceOf(AfterPass.TurnsFlaky.class);
    }

    @Test
    void aReRunThatPassesShowsThatTheMachineIsWellAgain() {
        assertThat(after(Classification.INFRASTRUCTURE, Samples.BAD, 20)).isInstanceOf(AfterPass.Resolves.class);
    }

    @Test
    void aFlakyFindingIsResolvedByNoPassUntilItsQuarantineEnds() {
        assertThat(after(Classification.FLAKY, Samples.NEXT, 20)).isEqualTo(new AfterPass.Stays());
        assertThat(after(Classification.FLAKY, Samples.NEXT, 20, QUARANTINE_END))
                .isInstanceOf(AfterPass.Resolves.class);
    }

    @Test
    void aPassOnAnotherBranchResolvesNothing() {
        AfterPass after = AfterPass.of(
                finding(Classification.REGRESSION, "release"),
                Samples.passed(REPOSITORY, Samples.NEXT, 20),
                history(),
                Optional.empty(),
                Samples.NOW);

        assertThat(after).isEqualTo(new AfterPass.Stays());
    }

    private static AfterPass after(Classification classification, Revision passed, int minute) {
        return after(classification, passed, minute, Samples.NOW);
    }

    private static AfterPass after(Classification classification, Revision passed, int minute, Instant now) {
        return AfterPass.of(
                finding(classification, "main"),
                Samples.passed(REPOSITORY, passed, minute),
                history(),
                Optional.of(QUARANTINE_END),
                now);
    }

    private static History history() {
        return new History(List.of(
                JobRun.passed(Samples.passed(REPOSITORY, Samples.GOOD, 1)),
                JobRun.failed(Samples.failed(REPOSITORY, Samples.BAD, 10), Optional.of(FINDING))));
    }

    private static Finding finding(Classification classification, String branch) {
        return new Finding(
                FINDING,
                new Fingerprint("f"),
                new Job(REPOSITORY, Samples.JOB),
                branch,
                Samples.BAD,
                classification,
                1,
                Samples.at(10));
    }
}
