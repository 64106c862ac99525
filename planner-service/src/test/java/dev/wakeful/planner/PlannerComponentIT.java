package dev.wakeful.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.service.trace.Tracing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole service, from a finding to the offered change. */
class PlannerComponentIT extends WholePlanner {

    /** AUTH-1, WAKE-3 */
    @Test
    void aRegressionBecomesATaskASwarmAndAnOfferedChange() {
        RepositoryName repository = Samples.repositoryName();
        FindingEvent.Raised finding = Samples.regression(repository);
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));

        Envelope raised = sender.send(finding);
        DispatchEvent.SwarmRequested request = requested(finding);
        sender.send(Samples.completed(request.swarm(), request.task(), finding));
        sender.send(Samples.proposed(request.swarm(), request.task(), repository));
        TaskEvent.Proposed proposed =
                probe.await(TaskEvent.Proposed.class, event -> event.task().equals(request.task()));

        assertThat(request.repository()).isEqualTo(Samples.repository(repository));
        assertThat(request.expected()).isEqualTo(finding.failure());
        assertThat(request.lastGood()).isEqualTo(Samples.GOOD);
        assertThat(request.quote()).isEqualTo(Money.micros(240_000));
        assertThat(request.timeLimit()).isEqualTo(Duration.ofMinutes(30));
        assertThat(request.attempt()).isEqualTo(1);
        assertThat(proposed.url()).contains("#pull-request");
        assertThat(told(request.task()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Planned", "Started", "Proposed");
        assertThat(told(request.task())).allSatisfy(event -> {
            assertThat(event.decision().inputs()).isNotEmpty();
            assertThat(event.decision().refused()).isNotEmpty();
        });
        assertThat(decisionsOf(request.task())).containsExactly("AUTH-1", "LIM-4", "CHG-1");
        assertThat(heardOf(request.task()))
                .filteredOn(heard -> !(heard.event() instanceof TaskEvent.Proposed))
                .hasSize(3)
                .allSatisfy(heard -> {
                    assertThat(heard.envelope().lineage()).isEqualTo(raised.lineage());
                    assertThat(heard.envelope().cause()).isEqualTo(raised.id());
                    assertThat(Tracing.traceId(heard.envelope().traceparent()))
                            .isEqualTo(Tracing.traceId(raised.traceparent()));
                });
    }
}
