package dev.wakeful.autodev.mutation;

import dev.wakeful.autodev.mutation.Targets.Source;
import dev.wakeful.autodev.report.TestRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line that mutates the touched classes of one module, with the class path and the JDK that its tests ran with. The project's own
 * jars come first, so its tests see what they always see.
 *
 * @param module ends with a slash, or is nothing
 */
public record PitCommand(Path tree, String module, List<Source> sources, TestRun tests, List<Path> pit) {

    /** Where the report is then, from the module. */
    public static final String REPORT = PitCommand.DIRECTORY + "/mutations.xml";

    private static final String DIRECTORY = "target/wakeful-mutation";

    /** The kernel takes no longer argument than 128 KiB. */
    private static final int LONGEST = 120_000;

    private static final int MOST_TESTS = 500;
    private static final List<String> USUAL_TESTS = List.of("*Test", "*Tests", "*TestCase", "*.Test*");
    private static final Pattern USUAL = Pattern.compile("(.*\\.)?(Test[^.]*|[^.]*(Test|Tests|TestCase))");
    private static final Pattern ENGINE =
            Pattern.compile("(.*/)junit-platform-engine/([^/]+)/junit-platform-engine-\\2\\.jar");

    public PitCommand {
        sources = List.copyOf(sources);
        pit = List.copyOf(pit);
    }

    /** A line for a shell that stands in the tree, or why there is none. */
    public sealed interface Line {

        record Ready(String text) implements Line {}

        record Impossible(String why) implements Line {}
    }

    public Line line() {
        Optional<Matcher> engine = tests.classPath().stream()
                .map(ENGINE::matcher)
                .filter(Matcher::matches)
                .findFirst();
        Optional<String> launcher = engine.map(PitCommand::launcher);
        if (launcher.isPresent() && !isThere(launcher.get())) {
            return new Line.Impossible("the launcher of its JUnit is not there: " + launcher.get());
        }
        String line = line(launcher, engine.isPresent());
        return line.length() <= LONGEST
                ? new Line.Ready(line)
                : new Line.Impossible("the class path of its tests is too long for a command");
    }

    /** Surefire has fetched it into the same local repository, in the same version. */
    private static String launcher(Matcher engine) {
        return engine.group(1) + "junit-platform-launcher/" + engine.group(2) + "/junit-platform-launcher-"
                + engine.group(2) + ".jar";
    }

    private boolean isThere(String launcher) {
        return tests.classPath().stream().anyMatch(entry -> entry.contains("junit-platform-launcher"))
                || Files.isRegularFile(Path.of(launcher));
    }

    private String line(Optional<String> launcher, boolean junitPlatform) {
        Path root = tree.resolve(module);
        Set<String> classPath = new LinkedHashSet<>(List.of(
                root.resolve("target/test-classes").toString(),
                root.resolve("target/classes").toString()));
        classPath.addAll(tests.classPath());
        launcher.ifPresent(classPath::add);
        pit.stream()
                .map(Path::toString)
                .filter(jar -> junitPlatform || !jar.contains("junit5"))
                .forEach(classPath::add);
        List<String> words = new ArrayList<>(List.of(
                tests.javaHome().map(home -> home + "/bin/java").orElse("java"),
                "-cp",
                String.join(":", classPath),
                "org.pitest.mutationtest.commandline.MutationCoverageReport",
                "--reportDir",
                DIRECTORY,
                "--sourceDirs",
                "src/main/java",
                "--targetClasses",
                sources.stream()
                        .flatMap(source -> Stream.of(source.name(), source.name() + "$*"))
                        .collect(Collectors.joining(",")),
                "--targetTests",
                targetTests(),
                "--outputFormats",
                "XML"));
        words.addAll(List.of("--timestampedReports=false", "--failWhenNoMutations=false", "--threads", "1"));
        return "cd " + quoted("./" + module) + " && rm -rf "
                + DIRECTORY + " && exec "
                + words.stream().map(PitCommand::quoted).collect(Collectors.joining(" "));
    }

    /** By name as Surefire finds them, and whatever else ran: a check that runs one test only must not make the others count for nothing. */
    private String targetTests() {
        return Stream.concat(
                        USUAL_TESTS.stream(),
                        tests.classes().stream()
                                .filter(name -> !USUAL.matcher(name).matches())
                                .limit(MOST_TESTS))
                .collect(Collectors.joining(","));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
