package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares two lines that differ only in their numbers, and tells whether the new ones are weaker for what the line is about. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.])(-?\\d[\\d_]*(?:\\.\\d+)?(?:[eE]-?\\d+)?)\\s?(ns|ms|millis|seconds?|secs?|s|minutes?|mins?|m|hours?|h|%)?(?![\\w.])");
    private static final Pattern UNIT = Pattern.compile(
            "\\b(?:of|from)?(Nanos|Millis|Seconds|Minutes|Hours|NANOSECONDS|MILLISECONDS|SECONDS|MINUTES|HOURS)\\b");
    private static final Map<String, Double> SECONDS = Map.ofEntries(
            Map.entry("ns", 1e-9),
            Map.entry("nanos", 1e-9),
            Map.entry("nanoseconds", 1e-9),
            Map.entry("ms", 1e-3),
            Map.entry("millis", 1e-3),
            Map.entry("milliseconds", 1e-3),
            Map.entry("s", 1.0),
            Map.entry("sec", 1.0),
            Map.entry("secs", 1.0),
            Map.entry("second", 1.0),
            Map.entry("seconds", 1.0),
            Map.entry("m", 60.0),
            Map.entry("min", 60.0),
            Map.entry("mins", 60.0),
            Map.entry("minute", 60.0),
            Map.entry("minutes", 60.0),
            Map.entry("h", 3600.0),
            Map.entry("hour", 3600.0),
            Map.entry("hours", 3600.0));

    /** What a number on such a line is for, and in which direction it becomes weaker; the first that fits counts. */
    private enum Subject {
        DIGITS(
                "toBeCloseTo|places\\s*=|assertAlmostEqual",
                false,
                "tolerance-widened",
                "The result may be further from what is expected."),
        TOLERANCE(
                "tolerance|delta|epsilon|\\beps\\b|within|offset|approx|closeTo|isCloseTo|rel_tol|abs_tol|\\batol\\b|\\brtol\\b|_NEAR|_DOUBLE_EQ|_WITHIN",
                true,
                "tolerance-widened",
                "The result may be further from what is expected."),
        TIMEOUT(
                "time-?_?out|deadline|atMost|patience|sleep|\\bwait|duration",
                true,
                "timeout-raised",
                "What was too slow before is in time now."),
        RETRIES(
                "retr(?:y|ies)|rerun|attempts|flaky",
                true,
                "retries-raised",
                "What fails now and then passes more easily."),
        MOST(
                "max[-_A-Z]|MAX[-_]|(?i:maximum|at_?most|allowed|warnings|violations|complexity|budget)",
                true,
                "threshold-loosened",
                "More is let through than before."),
        LEAST(
                "min[-_A-Z]|MIN[-_]|<min|\"min|(?i:minimum|fail[-_]?under|coverage|branches|functions|statements|\"?lines\"?\\s*[:=]|coveredratio|cov-fail|mutation|threshold)",
                false,
                "threshold-loosened",
                "Less is asked for than before.");

        private final Pattern words;
        private final boolean biggerIsWeaker;
        private final String rule;
        private final String why;

        Subject(String words, boolean biggerIsWeaker, String rule, String why) {
            this.words = Pattern.compile(words, words.contains("A-Z") ? 0 : Pattern.CASE_INSENSITIVE);
            this.biggerIsWeaker = biggerIsWeaker;
            this.rule = rule;
            this.why = why;
        }
    }

    /** A number that became weaker. */
    record Weaker(String rule, String why) {}

    private Numbers() {}

    /** Nothing when the lines differ in more than numbers, or the new ones are as strict. */
    static Optional<Weaker> weaker(Line before, Line after) {
        Masked old = Masked.of(before.key());
        Masked now = Masked.of(after.key());
        if (!old.shape().equals(now.shape()) || old.numbers().equals(now.numbers())) {
            return Optional.empty();
        }
        return subject(before.text())
                .filter(subject -> isWeaker(old.numbers(), now.numbers(), subject.biggerIsWeaker))
                .map(subject -> new Weaker(subject.rule, subject.why + " Before: " + before.text()));
    }

    private static Optional<Subject> subject(String line) {
        for (Subject subject : Subject.values()) {
            if (subject.words.matcher(line).find()) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    private static boolean isWeaker(List<Double> old, List<Double> now, boolean biggerIsWeaker) {
        for (int i = 0; i < old.size(); i++) {
            int change = now.get(i).compareTo(old.get(i));
            if (biggerIsWeaker ? change > 0 : change < 0) {
                return true;
            }
        }
        return false;
    }

    private record Masked(String shape, List<Double> numbers) {

        static Masked of(String text) {
            double scale = 1;
            Matcher unit = UNIT.matcher(text);
            if (unit.find()) {
                scale = SECONDS.getOrDefault(unit.group(1).toLowerCase(Locale.ROOT), 1.0);
            }
            String line = UNIT.matcher(text).replaceAll("UNIT");
            List<Double> numbers = new ArrayList<>();
            StringBuilder shape = new StringBuilder();
            Matcher number = NUMBER.matcher(line);
            while (number.find()) {
                String suffix = number.group(2);
                double factor = suffix == null ? 1 : SECONDS.getOrDefault(suffix, 1.0);
                numbers.add(Double.parseDouble(number.group(1).replace("_", "")) * factor * scale);
                number.appendReplacement(shape, "#");
            }
            number.appendTail(shape);
            return new Masked(shape.toString(), numbers);
        }
    }
}
