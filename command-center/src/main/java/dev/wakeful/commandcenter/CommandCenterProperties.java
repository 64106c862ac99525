package dev.wakeful.commandcenter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about the command center.
 *
 * @param token the bearer token of every write; required
 * @param silence after how much silence an instance is shown as missing
 * @param ledger address of budget-service, asked for balances that are shown to people; empty: only its events are known
 */
@ConfigurationProperties("wakeful.command-center")
public record CommandCenterProperties(
        @DefaultValue("") String token,
        @DefaultValue("3m") Duration silence,
        @DefaultValue("") String ledger) {

    public CommandCenterProperties {
        if (token.isBlank()) {
            throw new IllegalArgumentException(
                    "wakeful.command-center.token is missing: give the command center a secret"
                            + " token, for example by the environment variable WAKEFUL_COMMAND_CENTER_TOKEN");
        }
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("wakeful.command-center.silence must be positive, is " + silence);
        }
        if (!ledger.isEmpty() && !ledger.matches("https?://[^/\\s]+.*")) {
            throw new IllegalArgumentException("wakeful.command-center.ledger must be an address such as"
                    + " http://127.0.0.1:8423, or empty, is '" + ledger + "'");
        }
    }
}
