package dev.wakeful.autodev.trial;

import java.time.Instant;
import java.util.List;

/** All attempts on the sandbox that is in use. */
public record Findings(String sandbox, Instant at, List<Finding> attempts) {

    public Findings {
        attempts = List.copyOf(attempts);
    }
}
