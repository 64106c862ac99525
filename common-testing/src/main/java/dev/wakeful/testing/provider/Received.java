package dev.wakeful.testing.provider;

import java.util.List;
import java.util.Map;

/** A call as the provider got it; header names are in small letters. */
public record Received(String path, String query, Map<String, List<String>> headers, String body) {

    /** Whether an answer in pieces is asked for. */
    public boolean streams() {
        return path.contains(":streamGenerateContent") || body.replace(" ", "").contains("\"stream\":true");
    }

    boolean asksForUsage() {
        return body.replace(" ", "").contains("\"include_usage\":true");
    }
}
