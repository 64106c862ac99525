package dev.wakeful.autodev.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** Line coverage as JaCoCo, Cobertura (and coverage.py) or LCOV write it; which of them, the file itself tells. */
final class CoverageReport {

    private CoverageReport() {}

    static Coverage read(ReportFiles.Content content) {
        if (!beginsAsXml(content.bytes())) {
            return lcov(content);
        }
        String root = SafeXml.root(content);
        return switch (root) {
            case "report" -> jacoco(content);
            case "coverage" -> cobertura(content);
            default ->
                throw new UnreadableReport(
                        "The coverage report " + content.path() + " is neither JaCoCo's nor Cobertura's nor LCOV.");
        };
    }

    private static boolean beginsAsXml(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    /** The counters right below the root are of all. */
    private static Coverage jacoco(ReportFiles.Content content) {
        List<Coverage> found = new ArrayList<>();
        SafeXml.read(content, new SafeXml.Elements() {
            @Override
            public void begins(String name, int depth, XMLStreamReader attributes) {
                if (depth == 2 && name.equals("counter") && "LINE".equals(attributes.getAttributeValue(null, "type"))) {
                    long covered = number(attributes, "covered");
                    found.add(new Coverage(covered, covered + number(attributes, "missed")));
                }
            }

            @Override
            public void ends(String name) {}
        });
        return found.stream().reduce(Coverage.NONE, Coverage::plus);
    }

    private static Coverage cobertura(ReportFiles.Content content) {
        long[] lines = {0, 0};
        SafeXml.read(content, new SafeXml.Elements() {
            private int depthOfMethods;

            @Override
            public void begins(String name, int depth, XMLStreamReader attributes) {
                if (name.equals("methods")) {
                    depthOfMethods = depth;
                } else if (name.equals("line") && depthOfMethods == 0) {
                    lines[1]++;
                    lines[0] += number(attributes, "hits") > 0 ? 1 : 0;
                }
            }

            @Override
            public void ends(String name) {
                if (name.equals("methods")) {
                    depthOfMethods = 0;
                }
            }
        });
        return new Coverage(lines[0], lines[1]);
    }

    private static long number(XMLStreamReader attributes, String attribute) {
        String value = attributes.getAttributeValue(null, attribute);
        return Long.parseLong(value == null ? "0" : value);
    }

    private static Coverage lcov(ReportFiles.Content content) {
        long covered = 0;
        long lines = 0;
        for (String line : new String(content.bytes(), StandardCharsets.UTF_8).split("\n")) {
            if (line.startsWith("DA:")) {
                String[] parts = line.strip().substring(3).split(",");
                if (parts.length < 2 || !parts[1].matches("-?\\d{1,18}")) {
                    throw new UnreadableReport(
                            "The coverage report " + content.path() + " has a line that is no LCOV.");
                }
                lines++;
                covered += Long.parseLong(parts[1]) > 0 ? 1 : 0;
            } else if (!line.isBlank() && !line.matches("(?:[A-Z]{1,6}:.*|end_of_record\\s*|#.*)")) {
                throw new UnreadableReport("The coverage report " + content.path() + " has a line that is no LCOV.");
            }
        }
        return new Coverage(covered, lines);
    }
}
