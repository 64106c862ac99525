package dev.wakeful.commandcenter.emergency;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Event;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at what is heard with the eyes of STOP-2. In the transaction of the inbox and after the projection, which counts the swarms.
 */
@Component
public class StopWatch {

    private final JdbcClient jdbc;
    private final EmergencyStop emergency;
    private final LostConnections connections;
    private final Rules rules;

    StopWatch(JdbcClient jdbc, EmergencyStop emergency, LostConnections connections, Rules rules) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.emergency = emergency;
        this.connections = connections;
    }

    public void take(Event event) {
        if (event instanceof BudgetEvent.Alerted alerted) {
            look(new Observation.CapUsed(alerted.scope(), alerted.percent(), alerted.used(), alerted.limit()));
        } else if (event instanceof BudgetEvent.ProviderLost lost) {
            connections.take(lost);
        } else if (event instanceof BudgetEvent.ProviderBack back) {
            connections.take(back);
        } else if (event instanceof HealthEvent.Missing missing) {
            connections.take(missing);
        } else if (event instanceof SwarmEvent swarm) {
            take(swarm);
        } else if (event instanceof HealthEvent.Quieted quieted) {
            emergency.quieted(quieted);
        }
    }

    private void take(SwarmEvent event) {
        switch (event) {
            case SwarmEvent.Started started -> look(new Observation.AtWork(atWork(), started.swarm()));
            case SwarmEvent.Completed completed ->
                streak("update verification_streak set failures = 0 returning failures");
            case SwarmEvent.Failed failed -> {
                if (failed.reason() == Reason.NOT_FIXED && wasRefuted(failed)) {
                    notProven(failed);
                }
            }
            case SwarmEvent.Progressed progressed -> {
                Integer agents = progressed.agents();
                if (agents != null) {
                    look(new Observation.Agents(agents, progressed.swarm()));
                }
            }
            case SwarmEvent.Stopped stopped -> {}
            case SwarmEvent.WorkspaceChanged changed -> {}
        }
    }

    /** A swarm that found nothing to change failed no verification (VER-7). */
    private static boolean wasRefuted(SwarmEvent.Failed failed) {
        return failed.evidence().stream()
                .anyMatch(seen -> seen.role() == Evidence.Role.HEAD && seen.verdict() != Evidence.Verdict.GREEN);
    }

    private void notProven(SwarmEvent.Failed failed) {
        int inARow = streak("update verification_streak set failures = failures + 1 returning failures");
        look(new Observation.NotProven(inARow, failed.swarm()));
        if (rules.isFull(inARow)) {
            streak("update verification_streak set failures = 0 returning failures");
        }
    }

    private int streak(String update) {
        return jdbc.sql(update).query(Integer.class).single();
    }

    private int atWork() {
        return jdbc.sql("""
                select count(*) from swarm where started_at is not null and completed_at is null and failed_at is null
                """).query(Integer.class).single();
    }

    private void look(Observation observation) {
        rules.trip(observation).ifPresent(emergency::trip);
    }
}
