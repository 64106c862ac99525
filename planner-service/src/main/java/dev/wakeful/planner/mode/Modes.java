package dev.wakeful.planner.mode;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.planner.decision.Decisions;
import dev.wakeful.service.outbox.Outbox;
import dev.wakeful.service.schedule.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps the mode and says when it changes, once for each change (MODE-1…9). All of it must be called inside a transaction, in which the
 * one row is locked: replicas and repeated words follow each other and find nothing left to change.
 */
@Component
class Modes {

    static final TaskDescriptor<String> LOOK = TaskDescriptor.of("mode-look", String.class);
    private final ModePolicy policy;
    private final ModeRows rows;
    private final Telling telling;
    private final Clock clock;

    Modes(ModePolicy policy, ModeRows rows, Telling telling, Clock clock) {
        this.policy = policy;
        this.rows = rows;
        this.telling = telling;
        this.clock = clock;
    }

    /** Looks whether another mode is in force by now. */
    void review() {
        change(signs -> signs, false);
    }

    /**
     * Takes what people have shown or asked for.
     *
     * @param record records the decision also when nothing changes, since a person asked
     */
    void change(UnaryOperator<Signs> sign, boolean record) {
        Optional<ModeRow> before = rows.lock();
        Instant now = clock.instant();
        Signs signs = sign.apply(before.map(ModeRow::signs).orElse(Signs.NONE));
        Outlook outlook = Reckoning.of(policy, signs, rows.causes(), now);
        ModeEvent.Changed said = new ModeEvent.Changed(
                outlook.mode(),
                outlook.decision().outcome(),
                outlook.context(),
                policy.stance(outlook.mode()),
                outlook.until());
        boolean isNew = before.filter(row -> row.says(said)).isEmpty();
        Instant lookAt = before.map(ModeRow::lookAt)
                .filter(at -> at.isAfter(now) && !at.isAfter(outlook.lookAt()))
                .orElseGet(() -> telling.lookAt(outlook.lookAt()));
        ModeRow after = new ModeRow(isNew ? said : before.orElseThrow().said(), signs, lookAt);
        if (!before.equals(Optional.of(after))) {
            rows.save(after);
        }
        if (isNew) {
            telling.tell(said, outlook);
        } else if (record) {
            telling.record(outlook);
        }
    }

    /** Tells of a change: the decision, the event, and the planner's other parts. */
    @Component
    static class Telling {

        private final Decisions decisions;
        private final Outbox outbox;
        private final Jobs jobs;
        private final ApplicationEventPublisher inside;

        Telling(Decisions decisions, Outbox outbox, Jobs jobs, ApplicationEventPublisher inside) {
            this.decisions = decisions;
            this.outbox = outbox;
            this.jobs = jobs;
            this.inside = inside;
        }

        Instant lookAt(Instant when) {
            jobs.runAt(LOOK, "mode@" + when, "", when);
            return when;
        }

        void record(Outlook outlook) {
            decisions.tell(outlook.decision());
        }

        void tell(ModeEvent.Changed said, Outlook outlook) {
            record(outlook);
            outbox.append(said);
            ModeEvent.Stance stance = said.stance();
            if (stance != null) {
                inside.publishEvent(new ModeChanged(stance));
            }
        }
    }
}
