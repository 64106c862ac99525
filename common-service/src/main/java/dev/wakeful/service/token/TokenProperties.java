package dev.wakeful.service.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret that swarm tokens are made with.
 *
 * @param gatewaySecret the same for all services of an installation, at least 32 characters; empty: no token can be made, none is good
 */
@ConfigurationProperties("wakeful")
record TokenProperties(@DefaultValue("") String gatewaySecret) {

    private static final int SHORTEST = 32;

    TokenProperties {
        if (!gatewaySecret.isBlank() && gatewaySecret.strip().length() < SHORTEST) {
            throw new IllegalArgumentException("wakeful.gateway-secret must have at least " + SHORTEST
                    + " characters, has " + gatewaySecret.strip().length());
        }
    }

    /** Without the secret, for it must not reach a log. */
    @Override
    public String toString() {
        return "TokenProperties[]";
    }
}
