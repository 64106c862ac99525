package dev.wakeful.autodev.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;

/**
 * What the tests of a Maven module ran with, as Surefire or Failsafe wrote it down; text from outside.
 *
 * @param classPath absolute paths, in order
 * @param javaHome the JDK
 * @param classes those that ran
 */
public record TestRun(List<String> classPath, Optional<String> javaHome, List<String> classes) {

    private static final int MOST_READ = 20;
    private static final Pattern REPORT = Pattern.compile(".*/TEST-([A-Za-z_][\\w.]*)\\.xml");
    private static final Pattern PLAIN_PATH = Pattern.compile("/[^\\p{Cntrl}:]{1,1000}");

    public TestRun {
        classPath = List.copyOf(classPath);
        classes = List.copyOf(classes);
    }

    /**
     * @param module its directory, which ends with a slash, or nothing
     * @return nothing where no test ran there, or not in a way that says its class path
     * @throws UnreadableReport when the reports cannot be used
     */
    public static Optional<TestRun> of(ReportFiles files, String module) {
        List<String> paths = Stream.of("surefire", "failsafe")
                .flatMap(
                        plugin -> files.matching(List.of(module + "target/" + plugin + "-reports/TEST-*.xml")).stream())
                .toList();
        List<String> classes = paths.stream()
                .map(REPORT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
        return paths.stream()
                .limit(MOST_READ)
                .map(path -> properties(files, path))
                .flatMap(properties -> run(properties, classes).stream())
                .findFirst();
    }

    private static Map<String, String> properties(ReportFiles files, String path) {
        Map<String, String> properties = new HashMap<>();
        SafeXml.read(files.read(path), SafeXml.beginnings((element, attributes) -> {
            if (element.equals("property")) {
                keep(properties, attributes);
            }
        }));
        return properties;
    }

    private static void keep(Map<String, String> properties, XMLStreamReader attributes) {
        String name = attributes.getAttributeValue(null, "name");
        String value = attributes.getAttributeValue(null, "value");
        if (name != null && value != null) {
            properties.putIfAbsent(name, value);
        }
    }

    private static Optional<TestRun> run(Map<String, String> properties, List<String> classes) {
        String told =
                properties.getOrDefault("surefire.test.class.path", properties.getOrDefault("java.class.path", ""));
        List<String> classPath = Arrays.stream(told.split(":"))
                .filter(path -> PLAIN_PATH.matcher(path).matches())
                .toList();
        return classPath.isEmpty() || classPath.getFirst().contains("surefirebooter")
                ? Optional.empty()
                : Optional.of(new TestRun(
                        classPath,
                        Optional.ofNullable(properties.get("java.home"))
                                .filter(home -> PLAIN_PATH.matcher(home).matches()),
                        classes));
    }
}
