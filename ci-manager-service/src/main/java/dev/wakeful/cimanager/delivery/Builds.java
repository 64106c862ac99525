package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.service.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Says what was understood, with the job's log where it is here already. Inside the transaction that records the delivery. */
@Component
class Builds {

    private final Outbox outbox;
    private final JobLogs logs;

    Builds(Outbox outbox, JobLogs logs) {
        this.outbox = outbox;
        this.logs = logs;
    }

    void say(Understood.Report report, Instant acceptedAt) {
        outbox.append(report.red() ? failed(report, acceptedAt) : passed(report, acceptedAt));
    }

    void sayUnmatched(Understood.Report report, Delivery delivery) {
        outbox.append(
                new BuildEvent.Unmatched(report.repository(), delivery.source(), delivery.id(), delivery.receivedAt()));
    }

    private BuildEvent failed(Understood.Report report, Instant acceptedAt) {
        return new BuildEvent.Failed(
                report.build(),
                report.repository(),
                report.job(),
                report.attempt(),
                report.revision(),
                report.branch(),
                report.conclusion(),
                report.step(),
                logs.of(report.build()).orElse(null),
                report.url(),
                report.endedAt(),
                acceptedAt);
    }

    private static BuildEvent passed(Understood.Report report, Instant acceptedAt) {
        return new BuildEvent.Passed(
                report.build(),
                report.repository(),
                report.job(),
                report.attempt(),
                report.revision(),
                report.branch(),
                report.endedAt(),
                acceptedAt);
    }
}
