package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.TaskDetail.EvidenceItem;
import dev.wakeful.events.Event;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.SwarmEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a task's attempts ended, the newest first: read from the events themselves, which hold it all. */
record Outcomes(List<SwarmEvent> newestFirst) {

    static Outcomes of(JdbcClient jdbc, String task) {
        return new Outcomes(jdbc.sql("""
                select type, payload from event
                where task = :task and type in ('swarm.completed.v1', 'swarm.failed.v1')
                order by occurred_at desc, type desc, id desc
                """)
                .param("task", task)
                .query((row, number) -> (SwarmEvent) decode(row.getString("type"), row.getString("payload")))
                .list());
    }

    private static Event decode(String type, String payload) {
        return EventJson.decode(type, payload.getBytes(StandardCharsets.UTF_8));
    }

    Optional<SwarmEvent.Culprit> culprit() {
        return newestFirst.stream()
                .flatMap(outcome -> Stream.ofNullable(
                        switch (outcome) {
                            case SwarmEvent.Completed completed -> completed.culprit();
                            case SwarmEvent.Failed failed -> failed.culprit();
                            case SwarmEvent.Started started -> null;
                            case SwarmEvent.Stopped stopped -> null;
                            case SwarmEvent.WorkspaceChanged changed -> null;
                            case SwarmEvent.Progressed progressed -> null;
                        }))
                .findFirst();
    }

    Optional<SwarmEvent.Diff> diff() {
        return newestCompleted().map(SwarmEvent.Completed::diff);
    }

    /** Where the newest change may weaken the checks it was proven with (VER-3), and what spoke to agents in any attempt (DEV-5). */
    List<SwarmEvent.Suspicion> suspicions() {
        return Stream.concat(
                        newestCompleted().stream().flatMap(completed -> Stream.ofNullable(completed.suspicions())),
                        newestFirst.stream().map(Outcomes::orders))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<SwarmEvent.Suspicion> orders(SwarmEvent outcome) {
        @Nullable
        List<SwarmEvent.Suspicion> told = switch (outcome) {
            case SwarmEvent.Completed completed -> completed.suspicions();
            case SwarmEvent.Failed failed -> failed.suspicions();
            case SwarmEvent.Started started -> null;
            case SwarmEvent.Stopped stopped -> null;
            case SwarmEvent.WorkspaceChanged changed -> null;
            case SwarmEvent.Progressed progressed -> null;
        };
        return told == null
                ? List.of()
                : told.stream().filter(SwarmEvent.Suspicion::speaksToAgents).toList();
    }

    /** What the agent says of the newest change; nobody has checked it (VER-5). */
    Optional<TaskDetail.Claim> claim() {
        return newestCompleted()
                .flatMap(completed -> Optional.ofNullable(completed.claim())
                        .map(text -> new TaskDetail.Claim(completed.strategy(), text)));
    }

    private Optional<SwarmEvent.Completed> newestCompleted() {
        return newestFirst.stream()
                .filter(SwarmEvent.Completed.class::isInstance)
                .map(SwarmEvent.Completed.class::cast)
                .findFirst();
    }

    /** Why the newest attempt ended without a fix, when it did. */
    Optional<TaskDetail.Failed> failure() {
        return newestFirst.stream()
                .limit(1)
                .filter(SwarmEvent.Failed.class::isInstance)
                .map(outcome -> (SwarmEvent.Failed) outcome)
                .map(failed -> new TaskDetail.Failed(failed.reason().name(), failed.message()))
                .findFirst();
    }

    /** All checks of all attempts, in the order in which they ran. */
    List<EvidenceItem> evidence() {
        return newestFirst.reversed().stream()
                .flatMap(outcome -> evidence(outcome).stream())
                .map(Outcomes::item)
                .toList();
    }

    private static List<Evidence> evidence(SwarmEvent outcome) {
        return switch (outcome) {
            case SwarmEvent.Completed completed -> completed.evidence();
            case SwarmEvent.Failed failed -> failed.evidence();
            case SwarmEvent.Started started -> List.of();
            case SwarmEvent.Stopped stopped -> List.of();
            case SwarmEvent.WorkspaceChanged changed -> List.of();
            case SwarmEvent.Progressed progressed -> List.of();
        };
    }

    private static EvidenceItem item(Evidence evidence) {
        return new EvidenceItem(
                evidence.role().name(),
                evidence.grade().name(),
                evidence.revision().value(),
                evidence.command(),
                evidence.verdict().name(),
                evidence.exitCode(),
                evidence.duration().toMillis(),
                evidence.at(),
                evidence.tail(),
                evidence.step(),
                evidence.note());
    }
}
