package dev.wakeful.bughunter.diagnosis;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the line that says what went wrong: just below the failing test's name, else the first in the log that looks like an error. */
final class ErrorLine {

    private static final int BELOW = 12;
    private static final Pattern ERROR = Pattern.compile(
            "(?:Error|Exception|Failure)\\b(?:\\s*(?::|$)| at | \\[)"
                    + "|\\b(?:error|fatal|Error|ERROR|FATAL)(?:\\[\\w+\\])?: |\\A\\s*E {2,}\\S|panicked at|\\b[Ee]xpected\\b|\\bassert"
                    + "|\\A\\s*\\w+_test\\.go:\\d+: |\\A\\[ERROR\\]\\s+\\S|\\bcommand not found\\b|\\bNo such file\\b|\\bFAIL(?:ED)?\\b");
    private static final Pattern NOISE = Pattern.compile(
            "\\A(?:\\[ERROR\\]\\s+(?:Tests run:|Failures:|Errors:|There are test failures|Re-run|"
                    + "To see the full|For more information|\\[Help|After correcting|->)|##\\[error\\]Process completed|> Task )");

    private ErrorLine() {}

    /** The error below the mark, or anywhere. */
    static OptionalInt below(Log log, int mark) {
        OptionalInt near =
                first(log, mark + 1, Math.min(mark + 1 + BELOW, log.lines().size()));
        return near.isPresent() ? near : anywhere(log);
    }

    static OptionalInt anywhere(Log log) {
        return first(log, 0, log.lines().size());
    }

    private static OptionalInt first(Log log, int from, int to) {
        return IntStream.range(from, to)
                .filter(line -> isError(log.lines().get(line)))
                .findFirst();
    }

    private static boolean isError(String line) {
        return ERROR.matcher(line).find() && !NOISE.matcher(line).find();
    }
}
