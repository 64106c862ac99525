package dev.wakeful.budget.inbound;

import dev.wakeful.budget.gateway.token.SwarmTokens;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** A swarm that has ended calls no model any more. */
@Component
class TokenListener implements EventConsumer {

    private final SwarmTokens tokens;

    TokenListener(SwarmTokens tokens) {
        this.tokens = tokens;
    }

    @EventHandler
    void on(SwarmEvent.Completed completed) {
        tokens.revoke(completed.swarm());
    }

    @EventHandler
    void on(SwarmEvent.Failed failed) {
        tokens.revoke(failed.swarm());
    }

    @EventHandler
    void on(SwarmEvent.Stopped stopped) {
        tokens.revoke(stopped.swarm());
    }
}
