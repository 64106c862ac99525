package dev.wakeful.commandcenter.projection;

import dev.wakeful.commandcenter.stream.Bell;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Event;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskEvent;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the picture. Every fact goes into the row of what it is about and needs no other row to be there, so the picture is the same
 * whatever the order of arrival. Must run in the transaction of the inbox, which lets each event in once.
 */
@Component
public class Projection {

    private final EventLog log;
    private final Bell bell;
    private final TaskFacts tasks;
    private final SwarmFacts swarms;
    private final TrialFacts trials;
    private final WorkspaceFacts workspaces;
    private final MoneyFacts money;
    private final BudgetFacts budget;
    private final ApprovalFacts approvals;
    private final FindingFacts findings;
    private final ChangeFacts changes;
    private final RepositoryFacts repositories;
    private final InstallationFacts installation;

    Projection(JdbcClient jdbc, EventLog log, Bell bell) {
        this.log = log;
        this.bell = bell;
        this.tasks = new TaskFacts(jdbc);
        this.swarms = new SwarmFacts(jdbc);
        this.trials = new TrialFacts(jdbc);
        this.workspaces = new WorkspaceFacts(jdbc);
        this.money = new MoneyFacts(jdbc);
        this.budget = new BudgetFacts(jdbc);
        this.approvals = new ApprovalFacts(jdbc);
        this.findings = new FindingFacts(jdbc);
        this.changes = new ChangeFacts(jdbc);
        this.repositories = new RepositoryFacts(jdbc);
        this.installation = new InstallationFacts(jdbc);
    }

    public void take(Event heard, Envelope envelope) {
        Event event = Storable.of(heard);
        project(event, envelope, envelope.time());
        if (!isSignOfLife(event)) {
            log.append(event, envelope);
        }
        bell.ringAfterCommit();
    }

    /** These come all the time and say nothing new: the newest is kept where it belongs. */
    private static boolean isSignOfLife(Event event) {
        return event instanceof HealthEvent.Beat || event instanceof ControlEvent.PersonSeen;
    }

    private void project(Event event, Envelope envelope, Instant at) {
        switch (event) {
            case BuildEvent build -> repositories.take(build);
            case FindingEvent finding -> findings.take(finding, at);
            case TaskEvent task -> {
                tasks.take(task, envelope);
                swarms.take(task, at);
                approvals.take(task, envelope);
            }
            case DispatchEvent dispatch -> swarms.take(dispatch, at);
            case BudgetEvent budgetEvent -> {
                money.take(budgetEvent, at);
                budget.take(budgetEvent, at);
            }
            case SwarmEvent.WorkspaceChanged changed -> {
                swarms.take(changed, at);
                workspaces.take(changed, at);
            }
            case SwarmEvent swarm -> {
                swarms.take(swarm, at);
                trials.take(swarm, at);
                approvals.take(swarm, envelope);
            }
            case ChangeEvent change -> changes.take(change, at);
            case ModeEvent mode -> installation.take(mode, at);
            case ControlEvent.TaskStopRequested stop -> tasks.take(stop, at);
            case ControlEvent control -> {
                repositories.take(control, at);
                approvals.take(control, at);
                installation.take(control);
            }
            case HealthEvent health -> installation.take(health, at);
        }
    }
}
