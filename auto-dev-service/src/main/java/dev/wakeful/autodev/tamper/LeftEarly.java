package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tests that end before they have checked anything: by a bare return, or with the whole process and a good exit code. */
final class LeftEarly {

    private static final String RULE = "test-left-early";
    private static final String WHY = "The test may end before it has checked anything.";
    private static final Pattern RETURN = Pattern.compile(
            "(?:^|[;{)\\s:])return(?:\\s+(?:None|nil|null|undefined|0|true|True|Ok\\(\\(\\)\\)|\\(\\)))?\\s*(?:[;})]|$)");
    private static final Pattern END = Pattern.compile("[\\s});\\]]*");

    private static final int MOST = 200;

    private LeftEarly() {}

    /** Lines that are new in a file of tests and end the process as if all were well; the end of a new program is none of them. */
    static Stream<Suspicion> exits(Inspected file) {
        return file.code().added().stream()
                .filter(line -> file.language().exit().matcher(line.text()).find())
                .map(line -> Hit.added(RULE, file.path(), line, WHY));
    }

    /** Returns that are new in a test, before its first assertion or with more behind them that never runs. */
    static Stream<Suspicion> returns(Inspected file, TestCase before, TestCase after) {
        return Difference.of(before.lines(), after.lines()).added().stream()
                .filter(line -> RETURN.matcher(line.text()).find())
                .limit(MOST)
                .filter(line -> leaves(file, line, after))
                .map(line -> Hit.added(RULE, file.path(), line, WHY));
    }

    private static boolean leaves(Inspected file, Line line, TestCase test) {
        List<Line> behind = test.lines().stream()
                .filter(other -> other.number() > line.number())
                .toList();
        boolean asserted =
                test.lines().stream().anyMatch(other -> other.number() < line.number() && asserts(file, other));
        return !asserted && behind.stream().anyMatch(other -> asserts(file, other))
                || isAtTop(file, line, test)
                        && behind.stream()
                                .anyMatch(other -> !END.matcher(other.text()).matches());
    }

    private static boolean asserts(Inspected file, Line line) {
        return file.language().assertion().matcher(line.text()).find();
    }

    /** As far left as anything in the test but its first line and its last. */
    private static boolean isAtTop(Inspected file, Line line, TestCase test) {
        int outermost = test.lines().stream()
                .filter(other -> other.number() > test.declaration().number()
                        && !END.matcher(other.text()).matches())
                .mapToInt(other -> indent(file, other))
                .min()
                .orElse(0);
        return line.text().startsWith("return") && indent(file, line) <= outermost;
    }

    private static int indent(Inspected file, Line line) {
        String text = file.after().line(file.after().code(), line.number());
        return text.length() - text.stripLeading().length();
    }
}
