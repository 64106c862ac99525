package dev.wakeful.commandcenter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about the command center.
 *
 * @param token the bearer token of every write; required
 * @param silence after how much silence an instance is shown as missing
 */
@ConfigurationProperties("wakeful.command-center")
public record CommandCenterProperties(
        @DefaultValue("") String token, @DefaultValue("3m") Duration silence) {

    public CommandCenterProperties {
        if (token.isBlank()) {
            throw new IllegalArgumentException(
                    "wakeful.command-center.token is missing: give the command center a secret"
                            + " token, for example by the environment variable WAKEFUL_COMMAND_CENTER_TOKEN");
        }
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("wakeful.command-center.silence must be positive, is " + silence);
        }
    }
}
