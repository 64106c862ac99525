package dev.wakeful.service.instance;

import dev.wakeful.events.HealthEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * What an instance says of itself with each beat.
 *
 * @param sandbox in which it runs commands of others; nothing: it runs none
 */
public record LifeSign(Instance instance, Instant startedAt, Optional<CommandSandbox> sandbox) {

    HealthEvent.Beat beat() {
        return new HealthEvent.Beat(
                instance.service(),
                instance.name(),
                startedAt,
                sandbox.map(CommandSandbox::name).orElse(null));
    }
}
