package dev.wakeful.commandcenter.approvals;

import dev.wakeful.commandcenter.reading.Approval;
import dev.wakeful.commandcenter.reading.Approvals;
import dev.wakeful.commandcenter.stream.Bell;
import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes answers. The first answer to a question counts, whoever else answers at the same moment; it is told to whoever asked, the planner or a
 * swarm, which checks it once more against what it asked (AUTH-10). The same answer of the same person again is no second one.
 */
@Component
public class Answers {

    private final JdbcClient jdbc;
    private final Approvals approvals;
    private final Outbox outbox;
    private final Clock clock;
    private final Bell bell;

    Answers(JdbcClient jdbc, Approvals approvals, Outbox outbox, Clock clock, Bell bell) {
        this.jdbc = jdbc;
        this.approvals = approvals;
        this.outbox = outbox;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Answers a question.
     *
     * @param base the dashboard's address as the caller knows it
     * @return the question with its answer
     * @throws NoSuchQuestion when there is none of that id
     * @throws NoLongerOpen when it is answered, voided, expired, or was shown with another quote
     */
    @Transactional
    public Approval answer(String id, AnswerRequest request, String base) {
        Answer answer = request.checked();
        String lineage = locked(id).orElseThrow(() -> new NoSuchQuestion(id));
        Approval approval = approvals.find(id, base).orElseThrow(() -> new NoSuchQuestion(id));
        if (given(approval, answer)) {
            return approval;
        }
        if (!approval.waiting()) {
            throw NoLongerOpen.closed(approval);
        }
        if (approval.quoteMicros() != answer.quote().micros()) {
            throw NoLongerOpen.otherQuote(approval);
        }
        keep(id, answer);
        new Provenance(new LineageId(lineage), null).call(() -> {
            outbox.append(event(approval, answer));
            return null;
        });
        bell.ringAfterCommit();
        return approvals.find(id, base).orElseThrow(() -> new NoSuchQuestion(id));
    }

    /** Whoever comes second waits here until the first has committed. */
    private Optional<String> locked(String id) {
        return jdbc.sql("select lineage from approval where id = :id and asked_at is not null for update")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private static boolean given(Approval approval, Answer answer) {
        return approval.state().equals(answer.verdict())
                && answer.by().name().equals(approval.answeredBy())
                && approval.quoteMicros() == answer.quote().micros();
    }

    private void keep(String id, Answer answer) {
        jdbc.sql("""
                update approval set answer = :answer, answered_by = :by, reason = :reason, answered_at = :at where id = :id
                """)
                .param("id", id)
                .param("answer", answer.verdict())
                .param("by", answer.by().name())
                .param("reason", answer.reason())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static ControlEvent event(Approval approval, Answer answer) {
        TaskId task = new TaskId(approval.task());
        ApprovalId id = new ApprovalId(approval.id());
        String by = answer.by().name();
        SwarmId swarm = approval.swarm() == null ? null : new SwarmId(approval.swarm());
        return answer.approves()
                ? new ControlEvent.TaskApproved(task, id, answer.quote(), by, answer.reason(), swarm)
                : new ControlEvent.TaskDenied(task, id, by, answer.reason(), swarm);
    }
}
