package dev.wakeful.autodev.workspace;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a Git command answered. {@code complete} is false when there was more than was wanted. */
public record GitResult(String command, int exitCode, byte[] output, boolean complete, String complaint) {

    boolean succeeded() {
        return exitCode == 0;
    }

    /** @throws IllegalStateException with Git's own words when it failed */
    GitResult orFail() {
        if (!succeeded()) {
            throw new IllegalStateException("'" + command + "' ended with " + exitCode + ": " + complaint.strip());
        }
        return this;
    }

    String text() {
        return new String(output, StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return text().lines().toList();
    }
}
