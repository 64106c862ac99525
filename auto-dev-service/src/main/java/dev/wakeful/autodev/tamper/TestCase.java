package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A test in a file: its name, where it begins, and its lines with the annotations before it. */
record TestCase(String name, Line declaration, List<Line> lines) {

    private static final int MOST = 5_000;
    private static final int LONGEST = 200_000;

    /** The tests of a file, and all lines that belong to none of them. */
    record Split(List<TestCase> tests, List<Line> rest) {}

    static Split in(Language language, Code code) {
        List<Line> lines = code.lines();
        List<TestCase> tests = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        Set<Integer> marked = lines.stream()
                .filter(line -> line.text().startsWith("@") || line.text().startsWith("#["))
                .map(Line::number)
                .collect(Collectors.toSet());
        Matcher matcher = language.test().matcher(language.searched(code));
        while (matcher.find() && tests.size() < MOST) {
            int from = firstAnnotation(code.line(begin(matcher)), marked);
            int to = end(language, code, matcher.end());
            List<Line> own = lines.stream()
                    .filter(line -> line.number() >= from && line.number() <= to && !taken.contains(line.number()))
                    .toList();
            own.forEach(line -> taken.add(line.number()));
            String name = matcher.group(firstGroup(matcher)).strip();
            int number = code.line(matcher.start(firstGroup(matcher)));
            tests.add(new TestCase(
                    name, new Line(number, code.line(code.code(), number).strip()), own));
        }
        return new Split(
                tests,
                lines.stream().filter(line -> !taken.contains(line.number())).toList());
    }

    private static int firstGroup(Matcher matcher) {
        return IntStream.rangeClosed(1, matcher.groupCount())
                .filter(group -> matcher.group(group) != null)
                .findFirst()
                .orElse(0);
    }

    /** A match may begin with the line break before it. */
    private static int begin(Matcher matcher) {
        String found = matcher.group();
        return matcher.start() + found.length() - found.stripLeading().length();
    }

    /** Annotations and attributes stand right above a test. */
    private static int firstAnnotation(int begin, Set<Integer> marked) {
        int first = begin;
        while (marked.contains(first - 1)) {
            first--;
        }
        return first;
    }

    private static int end(Language language, Code code, int from) {
        return switch (language.extent()) {
            case INDENT -> endByIndent(code, from);
            case BLOCK -> endByBrackets(code, from, "{", "}", 0);
            case CALL -> endByBrackets(code, from, "({[", ")}]", 1);
        };
    }

    private static int endByIndent(Code code, int from) {
        int number = code.line(from);
        int indent = indent(code.line(code.code(), number));
        int last = number;
        for (int next = number + 1; next <= code.count(); next++) {
            String line = code.line(code.code(), next);
            if (!line.isBlank()) {
                if (indent(line) <= indent && !line.strip().startsWith(")")) {
                    break;
                }
                last = next;
            }
        }
        return last;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** To the bracket that closes what is open, or to the end of the statement when nothing is ever opened. */
    private static int endByBrackets(Code code, int from, String opening, String closing, int open) {
        String bare = code.bare();
        int depth = open;
        int stop = Math.min(bare.length(), from + LONGEST);
        for (int i = from; i < stop; i++) {
            char c = bare.charAt(i);
            if (opening.indexOf(c) >= 0) {
                depth++;
            } else if (closing.indexOf(c) >= 0) {
                depth--;
                if (depth <= 0) {
                    return code.line(i);
                }
            } else if (c == ';' && depth == 0) {
                return code.line(i);
            }
        }
        return code.line(stop);
    }

    /** How much of this test is in the other, from 0 to 1. */
    double likeness(TestCase other) {
        Set<String> mine = body();
        Set<String> theirs = other.body();
        long shared = mine.stream().filter(theirs::contains).count();
        int all = mine.size() + theirs.size() - (int) shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    private Set<String> body() {
        return lines.stream()
                .filter(line ->
                        line.number() != declaration.number() && line.text().length() > 3)
                .map(Line::key)
                .collect(Collectors.toSet());
    }
}
