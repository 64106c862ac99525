package dev.wakeful.autodev.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings at error level in SARIF 2.1; the level is the result's own, its rule's, or a warning. Suppressed ones do not count. */
final class SarifReport {

    private static final int MOST = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(1 << 20)
                            .build())
                    .build())
            .build();

    private SarifReport() {}

    static List<Problem> read(ReportFiles.Content content) {
        JsonNode runs = tree(content).path("runs");
        if (!runs.isArray()) {
            throw new UnreadableReport("The report " + content.path() + " is no SARIF: it has no runs.");
        }
        List<Problem> problems = new ArrayList<>();
        for (JsonNode run : runs) {
            Map<String, String> levels = levels(run);
            for (JsonNode result : run.path("results")) {
                if (isError(result, levels)) {
                    problems.add(problem(result));
                }
                if (problems.size() > MOST) {
                    throw new UnreadableReport(
                            "The report " + content.path() + " has more than " + MOST + " findings at error level.");
                }
            }
        }
        return problems;
    }

    private static JsonNode tree(ReportFiles.Content content) {
        try {
            return JSON.readTree(content.bytes());
        } catch (JacksonException e) {
            throw new UnreadableReport("The report " + content.path() + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Map<String, String> levels(JsonNode run) {
        Map<String, String> levels = new HashMap<>();
        for (JsonNode rule : run.path("tool").path("driver").path("rules")) {
            levels.put(
                    rule.path("id").asString(""),
                    rule.path("defaultConfiguration").path("level").asString("warning"));
        }
        return levels;
    }

    private static boolean isError(JsonNode result, Map<String, String> levels) {
        String level = result.path("level").asString(levels.getOrDefault(rule(result), "warning"));
        boolean fails = result.path("kind").asString("fail").equals("fail");
        return fails && level.equals("error") && result.path("suppressions").isEmpty();
    }

    private static String rule(JsonNode result) {
        return result.path("ruleId").asString(result.path("rule").path("id").asString(""));
    }

    private static Problem problem(JsonNode result) {
        JsonNode location = result.path("locations").path(0).path("physicalLocation");
        return new Problem(
                rule(result),
                location.path("artifactLocation").path("uri").asString(""),
                location.path("region").path("startLine").asInt(0),
                result.path("message").path("text").asString(""));
    }
}
