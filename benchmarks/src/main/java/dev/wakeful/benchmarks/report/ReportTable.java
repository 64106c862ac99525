package dev.wakeful.benchmarks.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report for people: one figure a line, then the bars. */
public final class ReportTable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ReportTable() {}

    public static String print(Report report) {
        StringBuilder text = new StringBuilder();
        section(text, "figures", report.figures());
        section(text, "floor", report.floor());
        section(text, "peer", report.peer());
        section(text, "environment", report.environment());
        text.append("bars\n");
        report.bars()
                .forEach(bar -> text.append(String.format(
                        Locale.ROOT,
                        "  %-6s %-40s limit %10.3f   actual %10.3f%n",
                        bar.met() ? "met" : "MISSED",
                        bar.id(),
                        bar.limit(),
                        bar.actual())));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Map<String, Object> values) {
        if (!values.isEmpty()) {
            text.append(title).append('\n');
            MAPPER.<JsonNode>valueToTree(values)
                    .properties()
                    .forEach(each -> lines(text, each.getKey(), each.getValue()));
        }
    }

    private static void lines(StringBuilder text, String name, JsonNode value) {
        boolean nested = value.isObject() && value.valueStream().anyMatch(JsonNode::isContainer);
        if (nested) {
            value.properties().forEach(each -> lines(text, name + "." + each.getKey(), each.getValue()));
        } else {
            text.append(String.format(Locale.ROOT, "  %-44s %s%n", name, flat(value)));
        }
    }

    private static String flat(JsonNode value) {
        return value.isObject()
                ? value.properties().stream()
                        .map(each -> each.getKey() + " " + each.getValue().asString())
                        .collect(Collectors.joining("  "))
                : value.isContainer() ? value.toString() : value.asString();
    }
}
