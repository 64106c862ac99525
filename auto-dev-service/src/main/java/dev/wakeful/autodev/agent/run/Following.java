package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.swarm.Claim;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps an agent's session as soon as it is known, and tells people what it does. While the database is away the agent works on. */
final class Following implements Attendance.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Claim claim;
    private final String agent;
    private final Sessions sessions;
    private final Clock clock;
    private final Progress progress;
    private @Nullable String toKeep;

    Following(Claim claim, String agent, Sessions sessions, Clock clock) {
        this.claim = claim;
        this.agent = agent;
        this.sessions = sessions;
        this.clock = clock;
        this.progress = new Progress(agent);
    }

    @Override
    public void heard(AgentEvent event) {
        progress.heard(event);
        if (event instanceof AgentEvent.Started started && isName(started.session())) {
            toKeep = started.session();
            beat();
        }
    }

    /** It comes back to the agent as an argument, so it must not look like an option. */
    private static boolean isName(@Nullable String session) {
        return session != null && session.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");
    }

    @Override
    public void beat() {
        String session = toKeep;
        Optional<String> said = progress.due(clock.instant());
        if (session == null && said.isEmpty()) {
            return;
        }
        try {
            claim.commit(() -> {
                if (session != null) {
                    sessions.keep(claim.id(), agent, session, clock.instant());
                }
                said.ifPresent(words -> claim.progressed("fixing", words));
            });
            toKeep = null;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Swarm {}: what {} does could not be written down: {}", claim.id(), agent, e.getMessage());
        }
    }

    /** Inside the commit of its end. */
    void sayLast() {
        progress.last(clock.instant()).ifPresent(words -> claim.progressed("fixing", words));
    }
}
