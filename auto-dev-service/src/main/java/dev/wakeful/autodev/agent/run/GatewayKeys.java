package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Swarm;
import dev.wakeful.service.token.SwarmToken;
import dev.wakeful.service.token.SwarmTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the gateway is, and what opens it for a swarm until its time is over, for the one model of its agent (BUD-4). */
@Component
class GatewayKeys {

    private final URI gateway;
    private final SwarmTokens tokens;
    private final Clock clock;

    /** @throws IllegalArgumentException when there are agents and nothing to make their keys with */
    GatewayKeys(AgentProperties properties, SwarmTokens tokens, Clock clock) {
        if (!properties.agents().isEmpty() && !tokens.hasSecret()) {
            throw new IllegalArgumentException(
                    "wakeful.auto-dev.agents is set, and agents get their keys to the gateway"
                            + " from wakeful.gateway-secret, which is not: set the same one of 32 or more characters for the"
                            + " budget service and this one");
        }
        this.gateway = properties.gateway();
        this.tokens = tokens;
        this.clock = clock;
    }

    URI gateway() {
        return gateway;
    }

    String token(Claim claim, String model) {
        Duration left = claim.left(Swarm.LONGEST);
        return tokens.mint(
                new SwarmToken(claim.id(), clock.instant().plus(left), model.isBlank() ? List.of() : List.of(model)));
    }
}
