package dev.wakeful.bughunter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole service, from red and green jobs to findings: TRG-16, TRG-17, HUNT-2 */
class BugHunterComponentIT extends WholeHunter {

    private final BuildEvent.Failed failed = Samples.failed(repository, Samples.BAD, 10);

    @Test
    void aRedJobBecomesADiagnosedFindingAndAGreenOneResolvesIt() {
        sender.send(Samples.passed(repository, Samples.GOOD, 1));
        Envelope envelope = sender.send(failed);
        sender.send(Samples.passed(repository, Samples.NEXT, 20));
        settle();

        FindingEvent.Raised raised = raised(failed);
        assertThat(raised.failure().kind()).isEqualTo(Failure.Kind.TEST_FAILURE);
        assertThat(raised.failure().test()).isEqualTo("CalculatorTest.adds");
        assertThat(raised.failure().failing()).isEqualTo(1);
        assertThat(raised.failure().total()).isEqualTo(40);
        assertThat(raised.classification()).isEqualTo(Failure.Classification.REGRESSION);
        assertThat(raised.lastGood()).isEqualTo(Samples.GOOD);
        assertThat(raised.acceptedAt()).isEqualTo(failed.acceptedAt());
        assertThat(raised.step()).isEqualTo("Run tests");
        assertThat(raised.url()).isEqualTo("https://ci.example/runs/1");
        assertThat(told()).hasSize(2).last().isInstanceOf(FindingEvent.Resolved.class);
        assertThat(probe.heard())
                .filteredOn(heard -> heard.event().equals(raised))
                .allSatisfy(heard -> {
                    assertThat(heard.envelope().lineage()).isEqualTo(envelope.lineage());
                    assertThat(heard.envelope().cause()).isEqualTo(envelope.id());
                });
    }

    @Test
    void theSameFailureAgainIsAttached() {
        BuildEvent.Failed again = Samples.failed(repository, Samples.NEXT, 15);
        sender.send(failed);
        sender.send(again);
        settle();

        assertThat(told())
                .hasSize(2)
                .last()
                .isEqualTo(new FindingEvent.Attached(raised(failed).finding(), again.build(), again.revision(), 2));
    }

    @Test
    void aReRunThatPassesShowsThatItIsFlakyAndQuarantinesIt() {
        sender.send(failed);
        sender.send(Samples.passed(repository, Samples.BAD, 20));
        sender.send(Samples.failed(repository, Samples.NEXT, 30));
        sender.send(Samples.passed(repository, Samples.revision('d'), 40));
        settle();

        assertThat(told())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Raised", "Reclassified", "Attached");
        assertThat(jdbc.sql("select owner from quarantine where fingerprint = :fingerprint and expires_at = :end")
                        .param("fingerprint", raised(failed).fingerprint().value())
                        .param("end", java.sql.Timestamp.from(Samples.NOW.plus(Duration.ofDays(14))))
                        .query(String.class)
                        .single())
                .isEqualTo("unassigned");
    }

    @Test
    void afterItsQuarantineAFailureIsJudgedAnew() {
        sender.send(failed);
        sender.send(Samples.passed(repository, Samples.BAD, 20));
        settle();
        clock.tick(Duration.ofDays(14));

        BuildEvent.Failed anew = Samples.failed(repository, Samples.NEXT, 30);
        sender.send(anew);
        settle();

        assertThat(told())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Raised", "Reclassified", "Resolved", "Raised");
        assertThat(raised(anew).classification()).isEqualTo(Failure.Classification.REGRESSION);
    }

    @Test
    void whatTheSwarmCouldNotReproduceIsFlaky() {
        sender.send(failed);
        FindingEvent.Raised raised = raised(failed);

        sender.send(Samples.notReproduced(raised.finding(), repository));
        FindingEvent.Reclassified reclassified = probe.await(
                FindingEvent.Reclassified.class, event -> event.finding().equals(raised.finding()));

        assertThat(reclassified.classification()).isEqualTo(Failure.Classification.FLAKY);
        assertThat(reclassified.reason()).contains("green when the system ran the check");
    }

    @Test
    void aFullDiskIsToldAsInfrastructure() {
        BuildEvent.Failed disk = Samples.failed(
                repository, Samples.BAD, 10, "failure", "Run tests", "tar: write error: No space left on device");

        sender.send(disk);

        assertThat(raised(disk).classification()).isEqualTo(Failure.Classification.INFRASTRUCTURE);
        assertThat(raised(disk).reason()).isEqualTo("the disk is full");
    }
}
