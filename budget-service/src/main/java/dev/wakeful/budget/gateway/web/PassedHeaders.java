package dev.wakeful.budget.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The headers that go through: to the provider what it needs to read the call, to the caller what it needs to read the answer. */
final class PassedHeaders {

    private static final List<String> TO_PROVIDER =
            List.of("accept", "user-agent", "anthropic-version", "anthropic-beta", "openai-beta", "x-goog-api-client");
    private static final List<String> TO_CALLER =
            List.of("content-type", "content-encoding", "request-id", "x-request-id", "retry-after");

    private PassedHeaders() {}

    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : TO_PROVIDER) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    static List<String> toCaller() {
        return TO_CALLER;
    }
}
