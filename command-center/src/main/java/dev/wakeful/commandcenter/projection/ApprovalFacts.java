package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to people and their answers; of several answers to one question the first counts, by event time. */
final class ApprovalFacts {

    private final JdbcClient jdbc;

    ApprovalFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(TaskEvent event, Envelope envelope) {
        if (event instanceof TaskEvent.ApprovalRequired required && required.question() != null) {
            asked(required, required.question(), envelope);
        }
    }

    /** What an agent asks; a question of its swarm, beside those about the task. */
    void take(SwarmEvent event, Envelope envelope) {
        if (event instanceof SwarmEvent.Progressed progressed && progressed.permission() != null) {
            SwarmEvent.Permission permission = progressed.permission();
            mention(permission.question().approval(), progressed.task());
            switch (permission.state()) {
                case ASKED -> asked(progressed, permission, envelope);
                case ALLOWED, REFUSED, EXPIRED, WITHDRAWN -> over(permission);
            }
        }
    }

    private void asked(SwarmEvent.Progressed progressed, SwarmEvent.Permission permission, Envelope envelope) {
        jdbc.sql("""
                update approval set repository = :repository, title = :title, tier = 3, rule = 'AUTH-9', what = :why,
                    quote_micros = :quote, risk = :risk, asked_at = :at, expires_at = :expiresAt, lineage = :lineage,
                    swarm = :swarm, agent = :agent, call = :call
                where id = :id and asked_at is null
                """)
                .param("id", permission.question().approval().value())
                .param("repository", permission.repository().value())
                .param("title", permission.agent() + " asks: " + permission.what())
                .param("why", permission.why())
                .param("quote", permission.question().quote().micros())
                .param("risk", permission.question().risk())
                .param("at", Timestamp.from(envelope.time()))
                .param("expiresAt", Timestamp.from(permission.question().expiresAt()))
                .param("lineage", envelope.lineage().value())
                .param("swarm", progressed.swarm().value())
                .param("agent", permission.agent())
                .param("call", permission.call())
                .update();
    }

    private void over(SwarmEvent.Permission permission) {
        jdbc.sql("update approval set outcome = :outcome where id = :id")
                .param("id", permission.question().approval().value())
                .param("outcome", permission.state().name())
                .update();
    }

    void take(ControlEvent event, Instant at) {
        switch (event) {
            case ControlEvent.TaskApproved yes -> {
                mention(yes.approval(), yes.task());
                answered(yes.approval(), "APPROVED", new Answer(yes.by(), yes.reason(), at));
            }
            case ControlEvent.TaskDenied no -> {
                mention(no.approval(), no.task());
                answered(no.approval(), "DENIED", new Answer(no.by(), no.reason(), at));
            }
            case ControlEvent.RepositoryAdded added -> {}
            case ControlEvent.RepositoryRemoved removed -> {}
            case ControlEvent.OfInstallation ofInstallation -> {}
            case ControlEvent.TaskStopRequested stop -> {}
            case ControlEvent.LimitSet set -> {}
            case ControlEvent.WorkspaceRemovalRequested requested -> {}
        }
    }

    private void mention(ApprovalId approval, TaskId task) {
        jdbc.sql("insert into approval (id, task) values (:id, :task) on conflict (id) do nothing")
                .param("id", approval.value())
                .param("task", task.value())
                .update();
    }

    private void asked(TaskEvent.ApprovalRequired required, TaskEvent.Question question, Envelope envelope) {
        mention(question.approval(), required.task());
        jdbc.sql("""
                update approval set repository = :repository, title = :title, tier = :tier, rule = :rule, what = :what,
                    quote_micros = :quote, risk = :risk, asked_at = :at, expires_at = :expiresAt, lineage = :lineage
                where id = :id and asked_at is null
                """)
                .param("id", question.approval().value())
                .param("repository", required.repository().value())
                .param("title", required.title())
                .param("tier", required.tier())
                .param("rule", required.decision().rule())
                .param("what", required.decision().outcome())
                .param("quote", question.quote().micros())
                .param("risk", question.risk())
                .param("at", Timestamp.from(envelope.time()))
                .param("expiresAt", Timestamp.from(question.expiresAt()))
                .param("lineage", envelope.lineage().value())
                .update();
    }

    private void answered(ApprovalId approval, String verdict, Answer answer) {
        jdbc.sql("""
                update approval set answer = :answer, answered_by = :by, reason = :reason, answered_at = :at
                where id = :id and (answered_at is null or answered_at > :at)
                """)
                .param("id", approval.value())
                .param("answer", verdict)
                .param("by", answer.by())
                .param("reason", answer.reason())
                .param("at", Timestamp.from(answer.at()))
                .update();
    }

    private record Answer(String by, String reason, Instant at) {}
}
