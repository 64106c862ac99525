package dev.wakeful.autodev.trial;

import java.time.Instant;
import java.util.List;

/**
 * All attempts on the sandbox that is in use.
 *
 * @param downloads whether commands may download, and from where
 */
public record Findings(String sandbox, String downloads, Instant at, List<Finding> attempts) {

    public Findings {
        attempts = List.copyOf(attempts);
    }
}
