package dev.wakeful.service.token;

import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;

/**
 * What a token says: whose it is, until when, and for which models.
 *
 * @param expiresAt from then on it opens nothing
 * @param models the models it may call, a star at the end standing for the rest of a name; empty: all that the gateway allows
 */
public record SwarmToken(SwarmId swarm, Instant expiresAt, List<String> models) {

    private static final int MOST_MODELS = 50;

    public SwarmToken {
        models = List.copyOf(models);
        if (models.size() > MOST_MODELS || !models.stream().allMatch(SwarmToken::isName)) {
            throw new IllegalArgumentException("A token names at most " + MOST_MODELS
                    + " models, each of 1 to 100 letters, digits and . _ : / @ -, with at most one * at its end; not "
                    + models);
        }
    }

    private static boolean isName(String model) {
        return model.matches("(?=.{1,100}$)[A-Za-z0-9._:/@-]*\\*?");
    }
}
