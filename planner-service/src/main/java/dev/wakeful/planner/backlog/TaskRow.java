package dev.wakeful.planner.backlog;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ChangeId;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.authority.Terms;
import dev.wakeful.planner.dispatch.StopCause;
import dev.wakeful.planner.dispatch.WaitFor;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task as a row. */
final class TaskRow {

    private TaskRow() {}

    static Task read(ResultSet row, int n) throws SQLException {
        @Nullable String cause = row.getString("cause");
        return new Task(
                new TaskId(row.getString("id")),
                (FindingEvent.Raised) EventJson.decode(
                        "finding.raised.v1", row.getString("raised").getBytes(StandardCharsets.UTF_8)),
                Failure.Classification.valueOf(row.getString("taken_for")),
                new Terms(row.getInt("tier"), row.getInt("priority"), Money.micros(row.getLong("cap_micros"))),
                state(row),
                new Origin(
                        new LineageId(row.getString("lineage")),
                        cause == null ? null : new EventId(cause),
                        row.getString("traceparent")));
    }

    private static TaskState state(ResultSet row) throws SQLException {
        Name name = Name.valueOf(row.getString("state"));
        Tries tries = new Tries(
                row.getInt("attempt"),
                row.getInt("denials"),
                Optional.ofNullable(row.getObject("quote_micros", Long.class))
                        .filter(micros -> name != Name.AWAITING_APPROVAL)
                        .map(Money::micros),
                row.getBoolean("emergency"));
        return switch (name) {
            case PLANNED -> new TaskState.Planned(dueAt(row));
            case RUNNING ->
                new TaskState.Running(
                        new SwarmId(row.getString("swarm")),
                        tries,
                        Optional.ofNullable(row.getString("stop_cause")).map(StopCause::valueOf));
            case PROVEN -> new TaskState.Proven(new SwarmId(row.getString("swarm")), tries);
            case POSTPONED -> new TaskState.Postponed(dueAt(row), tries, WaitFor.valueOf(row.getString("waits_for")));
            case AWAITING_APPROVAL -> new TaskState.AwaitingApproval(question(row), tries);
            case PROPOSED -> new TaskState.Proposed(new ChangeId(row.getString("change")), row.getString("change_url"));
            case PARKED -> new TaskState.Parked();
            case CLOSED -> new TaskState.Closed();
        };
    }

    private static TaskEvent.Question question(ResultSet row) throws SQLException {
        return new TaskEvent.Question(
                new ApprovalId(row.getString("approval")),
                Money.micros(row.getLong("quote_micros")),
                row.getString("risk"),
                dueAt(row));
    }

    private static Instant dueAt(ResultSet row) throws SQLException {
        return row.getTimestamp("due_at").toInstant();
    }

    /** The columns that say which state a task is in; those that say nothing in this state are empty. */
    static Map<String, @Nullable Object> columns(TaskState state) {
        return switch (state) {
            case TaskState.Planned planned -> columns(Name.PLANNED, Tries.FIRST, Map.of("dueAt", at(planned.until())));
            case TaskState.Running running -> {
                Map<String, Object> own =
                        new HashMap<>(Map.of("swarm", running.swarm().value()));
                running.stopping().ifPresent(cause -> own.put("stopCause", cause.name()));
                yield columns(Name.RUNNING, running.tries(), own);
            }
            case TaskState.Proven proven ->
                columns(
                        Name.PROVEN,
                        proven.tries(),
                        Map.of("swarm", proven.swarm().value()));
            case TaskState.Postponed postponed ->
                columns(
                        Name.POSTPONED,
                        postponed.tries(),
                        Map.of(
                                "dueAt",
                                at(postponed.until()),
                                "waitsFor",
                                postponed.what().name()));
            case TaskState.AwaitingApproval awaiting ->
                columns(Name.AWAITING_APPROVAL, awaiting.tries(), columns(awaiting.question()));
            case TaskState.Proposed proposed ->
                columns(
                        Name.PROPOSED,
                        Tries.FIRST,
                        Map.of("change", proposed.change().value(), "changeUrl", proposed.url()));
            case TaskState.Parked ignored -> columns(Name.PARKED, Tries.FIRST, Map.of());
            case TaskState.Closed ignored -> columns(Name.CLOSED, Tries.FIRST, Map.of());
        };
    }

    private static Map<String, Object> columns(TaskEvent.Question question) {
        return Map.of(
                "approval",
                question.approval().value(),
                "quoteMicros",
                question.quote().micros(),
                "risk",
                question.risk(),
                "dueAt",
                at(question.expiresAt()));
    }

    private static Map<String, @Nullable Object> columns(Name name, Tries tries, Map<String, Object> own) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        List.of("swarm", "dueAt", "change", "changeUrl", "waitsFor", "approval", "quoteMicros", "risk", "stopCause")
                .forEach(column -> columns.put(column, own.get(column)));
        columns.put("state", name.name());
        columns.put("attempt", tries.attempt());
        columns.put("denials", tries.denials());
        columns.put("emergency", tries.emergency());
        tries.approved().ifPresent(quote -> columns.put("quoteMicros", quote.micros()));
        return columns;
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    /** The states by their names in the table. */
    private enum Name {
        PLANNED,
        RUNNING,
        PROVEN,
        POSTPONED,
        AWAITING_APPROVAL,
        PROPOSED,
        PARKED,
        CLOSED
    }
}
