package dev.wakeful.commandcenter.reading;

import dev.wakeful.commandcenter.reading.TaskDetail.Cost;
import dev.wakeful.commandcenter.reading.TaskDetail.PullRequest;
import dev.wakeful.commandcenter.reading.TaskDetail.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of one task. */
@Component
public class TaskDetails {

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Events events;
    private final Reasons reasons;

    TaskDetails(JdbcClient jdbc, Tasks tasks, Events events) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.events = events;
        this.reasons = new Reasons(jdbc);
    }

    @Transactional(readOnly = true)
    public Optional<TaskDetail> find(String id, String base) {
        return tasks.find(id, base).map(this::detail);
    }

    private TaskDetail detail(TaskItem item) {
        String id = item.task().id();
        Outcomes outcomes = Outcomes.of(jdbc, id);
        Story story = story(id);
        return new TaskDetail(
                item.task(),
                story.lineage(),
                reasons.finding(id).orElse(null),
                outcomes.culprit().orElse(null),
                timeline(id),
                reasons.decisions(id),
                outcomes.evidence(),
                outcomes.suspicions(),
                outcomes.claim().orElse(null),
                outcomes.diff().orElse(null),
                story.cost(),
                stop(id).orElse(null),
                quote(id).orElse(null),
                pullRequest(id).orElse(null),
                outcomes.failure().or(() -> refusal(id)).orElse(null),
                story.acceptedAt(),
                story.startedAt(),
                story.reaction());
    }

    private List<Step> timeline(String id) {
        return events.ofTask(id).stream()
                .map(event -> new Step(event.at(), event.service(), event.type(), event.summary()))
                .toList();
    }

    private Story story(String id) {
        return jdbc.sql("""
                select t.lineage, min(s.accepted_at) as accepted_at, min(s.started_at) as started_at,
                    coalesce(sum(s.reserved_micros), 0) as reserved, coalesce(sum(s.spent_micros), 0) as spent,
                    coalesce(sum(s.released_micros), 0) as released,
                    (select coalesce(sum(minutes), 0) from ci_run where ci_run.task = t.id) as ci_minutes,
                    (select coalesce(sum(micros), 0) from ci_run where ci_run.task = t.id) as ci_micros
                from task t left join swarm s on s.task = t.id
                where t.id = :id group by t.id, t.lineage
                """).param("id", id).query((row, number) -> story(row)).single();
    }

    private Optional<TaskDetail.Quote> quote(String id) {
        return jdbc.sql("""
                select quote_micros, typical_micros as p50_micros, expected90_micros as p90_micros,
                    expected_time_ms as p50_millis, expected90_time_ms as p90_millis, expected_basis as basis
                from swarm where task = :id and quote_micros is not null
                order by attempt desc nulls last, requested_at desc, id desc limit 1
                """).param("id", id).query(TaskDetail.Quote.class).optional();
    }

    private static Story story(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Story(
                columns.text("lineage"),
                columns.optionalInstant("accepted_at"),
                columns.optionalInstant("started_at"),
                new Cost(
                        row.getLong("reserved"),
                        row.getLong("spent"),
                        row.getLong("released"),
                        row.getLong("ci_minutes"),
                        row.getLong("ci_micros")));
    }

    private Optional<TaskDetail.StopAsked> stop(String id) {
        return jdbc.sql("select asked_by as by, reason, asked_at as at from task_stop where task = :id")
                .param("id", id)
                .query((row, number) -> new TaskDetail.StopAsked(
                        row.getString("by"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    private Optional<PullRequest> pullRequest(String id) {
        return jdbc.sql("""
                select pull_request as id, branch, base, head, draft, url from change
                where task = :id and proposed_at is not null
                """).param("id", id).query(PullRequest.class).optional();
    }

    private Optional<TaskDetail.Failed> refusal(String id) {
        return jdbc.sql("""
                select 'CHANGE_REFUSED' as reason, refusal as message from change
                where task = :id and refusal is not null and (proposed_at is null or proposed_at < refused_at)
                """).param("id", id).query(TaskDetail.Failed.class).optional();
    }

    private record Story(
            String lineage,
            @Nullable Instant acceptedAt,
            @Nullable Instant startedAt,
            Cost cost) {

        @Nullable
        Long reaction() {
            return acceptedAt == null || startedAt == null
                    ? null
                    : Duration.between(acceptedAt, startedAt).toMillis();
        }
    }
}
