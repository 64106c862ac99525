package dev.wakeful.autodev.report;

import javax.xml.stream.XMLStreamReader;

/** JUnit XML as Surefire, Gradle, pytest, Jest and others write it. Tests are counted, not what the file says about their number. */
final class JUnitReport implements SafeXml.Elements {

    private static final int LONGEST_NAME = 200;

    private TestCounts counts = TestCounts.NONE;
    private String name = "";
    private boolean skipped;
    private boolean failed;

    private JUnitReport() {}

    static TestCounts read(ReportFiles.Content content) {
        JUnitReport report = new JUnitReport();
        SafeXml.read(content, report);
        return report.counts;
    }

    @Override
    public void begins(String element, int depth, XMLStreamReader attributes) {
        if (depth == 1 && !element.startsWith("testsuite")) {
            throw new UnreadableReport("A JUnit report begins with <" + cut(element) + ">, not with <testsuite>.");
        }
        switch (element) {
            case "testcase" -> {
                name = cut(text(attributes, "classname") + "." + text(attributes, "name"));
                skipped = false;
                failed = false;
            }
            case "failure", "error" -> failed = true;
            case "skipped", "disabled" -> skipped = true;
            default -> {}
        }
    }

    @Override
    public void ends(String element) {
        if (element.equals("testcase")) {
            counts = counts.and(name, skipped, failed);
        }
    }

    private static String text(XMLStreamReader attributes, String attribute) {
        String value = attributes.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    private static String cut(String text) {
        String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        return harmless.length() <= LONGEST_NAME ? harmless : harmless.substring(0, LONGEST_NAME) + "…";
    }
}
