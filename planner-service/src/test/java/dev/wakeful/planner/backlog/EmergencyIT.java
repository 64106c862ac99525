package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** MODE-4, BUD-1: what pays for critical work in a crisis when the automatic money is used up. */
class EmergencyIT extends WholePlanner {

    private final RepositoryName repository = Samples.repositoryName();

    /** The same attempt, from the reserve, with a decision that says so; once, however often the denial is told. */
    @Test
    void inACrisisTheReservePaysForCriticalWork() {
        FindingEvent.Raised finding = inCrisis();
        DispatchEvent.SwarmRequested first = requested(finding);
        BudgetEvent.Denied denied = denied(first, "day-automatic:2026-11-20");

        Envelope told = sender.send(denied);
        DispatchEvent.SwarmRequested second = probe.await(
                DispatchEvent.SwarmRequested.class,
                event -> event.task().equals(first.task()) && event.funding() == Funding.EMERGENCY);
        sender.send(denied, told);
        sender.send(denied);
        sender.send(denied(second, "day:2026-11-20"));
        TaskEvent.Postponed postponed =
                probe.await(TaskEvent.Postponed.class, event -> event.task().equals(first.task()));

        assertThat(first.funding()).isEqualTo(Funding.AUTOMATIC);
        assertThat(second.attempt()).isEqualTo(first.attempt());
        assertThat(second.swarm()).isNotEqualTo(first.swarm());
        assertThat(probe.await(TaskEvent.Started.class, event -> event.swarm().equals(second.swarm()))
                        .decision()
                        .outcome())
                .contains("reserve for emergencies", "MODE-4");
        assertThat(postponed.decision().rule()).isEqualTo("BUD-2");
        assertThat(probe.heard(DispatchEvent.SwarmRequested.class))
                .filteredOn(event -> event.task().equals(first.task()))
                .hasSize(2);
    }

    /** A cap without a part for emergencies is waited for, whatever the mode. */
    @Test
    void whatHasNoReserveIsWaitedFor() {
        DispatchEvent.SwarmRequested first = requested(inCrisis());

        sender.send(denied(first, "hour:2026-11-20T12"));

        probe.await(TaskEvent.Postponed.class, event -> event.task().equals(first.task()));
    }

    private FindingEvent.Raised inCrisis() {
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
        FindingEvent.Raised finding = Samples.regression(repository);
        sender.send(finding);
        await().until(() ->
                jdbc.sql("select mode from mode").query(String.class).single().equals("CRISIS"));
        return finding;
    }

    private static BudgetEvent.Denied denied(DispatchEvent.SwarmRequested request, String scope) {
        return new BudgetEvent.Denied(
                request.swarm(), request.quote(), scope, Money.ZERO, Samples.NOW.plus(Duration.ofHours(1)));
    }
}
