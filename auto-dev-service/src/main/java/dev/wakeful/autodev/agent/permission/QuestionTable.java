package dev.wakeful.autodev.agent.permission;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmEvent.PermissionState;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every question an agent ever asked. A question leaves the state ASKED once; whatever comes later finds it left. */
@Repository
class QuestionTable {

    private static final String RETURNING =
            "returning approval, repository, agent, tool, what, call, why, risk, expires_at, state, answered_by";

    private final JdbcClient jdbc;

    QuestionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SwarmId swarm, TaskId task, Open question, String digest, Instant now) {
        jdbc.sql("""
                insert into permission (approval, swarm, task, repository, agent, digest, tool, what, call, why, risk, asked_at, expires_at)
                values (:approval, :swarm, :task, :repository, :agent, :digest, :tool, :what, :call, :why, :risk, :now, :expiresAt)
                """)
                .param("approval", question.approval().value())
                .param("swarm", swarm.value())
                .param("task", task.value())
                .param("repository", question.repository().value())
                .param("agent", question.agent())
                .param("digest", digest)
                .param("tool", question.tool())
                .param("what", question.what())
                .param("call", question.call())
                .param("why", question.why())
                .param("risk", question.risk())
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(question.expiresAt()))
                .update();
    }

    /** An open question about exactly the same call that no agent waits for: its process ended before it was answered. */
    Optional<ApprovalId> left(
            SwarmId swarm, String agent, String digest, Collection<ApprovalId> waitedFor, Instant now) {
        return jdbc
                .sql("""
                select approval from permission
                where swarm = :swarm and agent = :agent and digest = :digest and state = 'ASKED' and expires_at > :now
                order by asked_at, approval
                """)
                .param("swarm", swarm.value())
                .param("agent", agent)
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list()
                .stream()
                .map(ApprovalId::new)
                .filter(approval -> !waitedFor.contains(approval))
                .findFirst();
    }

    /** A person's word, once, while the question is open. */
    boolean answer(Word word, Instant now) {
        return jdbc.sql("""
                update permission set answer = :answer, answered_by = :by, reason = :reason, answered_at = :now
                where approval = :approval and swarm = :swarm and task = :task and state = 'ASKED' and answer is null and expires_at > :now
                """)
                        .param("approval", word.approval().value())
                        .param("swarm", word.swarm().value())
                        .param("task", word.task().value())
                        .param("answer", word.verdict().name())
                        .param("by", word.by())
                        .param("reason", word.reason())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Whether any of these questions was answered or has expired. */
    boolean isAnyDue(Collection<ApprovalId> questions, Instant now) {
        return jdbc.sql("""
                select exists (select 1 from permission
                    where approval in (:questions) and state = 'ASKED' and (answer is not null or expires_at <= :now))
                """)
                .param("questions", names(questions))
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** Ends those of these questions that were answered or have expired; an answer in time counts even when it is seen late. */
    List<Settled> settle(Collection<ApprovalId> questions, Instant now) {
        return jdbc.sql("""
                update permission set state = coalesce(answer, 'EXPIRED'), closed_at = :now
                where approval in (:questions) and state = 'ASKED' and (answer is not null or expires_at <= :now)
                """ + RETURNING)
                .param("questions", names(questions))
                .param("now", Timestamp.from(now))
                .query(QuestionTable::settled)
                .list();
    }

    private static List<String> names(Collection<ApprovalId> questions) {
        return questions.stream().map(ApprovalId::value).toList();
    }

    /**
     * Ends what is open; the agent that asked is gone.
     *
     * @param agent one of the swarm's; empty: all of them
     */
    List<Settled> withdraw(SwarmId swarm, String agent, Instant now) {
        return jdbc.sql("""
                update permission set state = 'WITHDRAWN', closed_at = :now
                where swarm = :swarm and agent = coalesce(nullif(:agent, ''), agent) and state = 'ASKED'
                """ + RETURNING)
                .param("swarm", swarm.value())
                .param("agent", agent)
                .param("now", Timestamp.from(now))
                .query(QuestionTable::settled)
                .list();
    }

    private static Settled settled(ResultSet row, int n) throws SQLException {
        return new Settled(
                new Open(
                        new ApprovalId(row.getString("approval")),
                        new RepositoryName(row.getString("repository")),
                        row.getString("agent"),
                        row.getString("tool"),
                        row.getString("what"),
                        row.getString("call"),
                        row.getString("why"),
                        row.getString("risk"),
                        row.getTimestamp("expires_at").toInstant()),
                PermissionState.valueOf(row.getString("state")),
                row.getString("answered_by"));
    }
}
