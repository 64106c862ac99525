package dev.wakeful.autodev.tamper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text seen twice: as code, where comments are blank, and bare, where strings are blank too. All have the same places, so that a line has
 * the same number in each.
 */
final class Code {

    /** A longer line is no code of people; what is beyond is not looked at. */
    static final int LONGEST_LINE = 4_000;

    private final String text;
    private final String code;
    private final String bare;
    private final int[] starts;

    private Code(String text, String code, String bare) {
        this.text = text;
        this.code = code;
        this.bare = bare;
        this.starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    static Code of(Syntax syntax, String text) {
        return new Reader(syntax, text.replace("\r\n", "\n")).read();
    }

    String text() {
        return text;
    }

    String code() {
        return code;
    }

    String bare() {
        return bare;
    }

    /** The line with this character, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where the line begins, from 1. */
    int start(int number) {
        return starts[number - 1];
    }

    int count() {
        return starts.length;
    }

    /** The code of a line as it stands, from 1. */
    String line(String view, int number) {
        int end = number == starts.length ? view.length() : starts[number] - 1;
        return view.substring(starts[number - 1], end);
    }

    List<Line> lines() {
        return Line.all(code);
    }

    List<Line> rawLines() {
        return Line.all(text);
    }

    boolean hasLongLines() {
        return rawLines().stream().anyMatch(line -> line.text().length() >= LONGEST_LINE);
    }

    private static final class Reader {

        private final Syntax syntax;
        private final String text;
        private final StringBuilder code;
        private final StringBuilder bare;
        private int at;

        Reader(Syntax syntax, String text) {
            this.syntax = syntax;
            this.text = text;
            this.code = new StringBuilder(text);
            this.bare = new StringBuilder(text);
        }

        Code read() {
            while (at < text.length()) {
                if (!comment() && !longString() && !string() && !character()) {
                    at++;
                }
            }
            blankUncompiled();
            return new Code(text, code.toString(), bare.toString());
        }

        private boolean comment() {
            for (String begin : syntax.lineComments()) {
                if (text.startsWith(begin, at) && beginsComment(begin)) {
                    blank(lineEnd(), true);
                    return true;
                }
            }
            if (!syntax.open().isEmpty() && text.startsWith(syntax.open(), at)) {
                int end = text.indexOf(syntax.close(), at + syntax.open().length());
                blank(end < 0 ? text.length() : end + syntax.close().length(), true);
                return true;
            }
            return false;
        }

        /** In shells and YAML a comment's sign stands alone: {@code $#} and {@code a#b} are none. */
        private boolean beginsComment(String begin) {
            return !begin.equals("#")
                    || at == 0
                    || Character.isWhitespace(text.charAt(at - 1))
                    || syntax.longIsComment();
        }

        private boolean longString() {
            for (String quote : syntax.longQuotes()) {
                if (text.startsWith(quote, at)) {
                    int end = text.indexOf(quote, at + quote.length());
                    blank(end < 0 ? text.length() : end + quote.length(), syntax.longIsComment());
                    return true;
                }
            }
            return false;
        }

        private boolean string() {
            char quote = text.charAt(at);
            if (syntax.quotes().indexOf(quote) < 0) {
                return false;
            }
            int end = at + 1;
            int stop = lineEnd();
            while (end < stop && text.charAt(end) != quote) {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            blank(Math.min(stop, end + 1), false);
            return true;
        }

        /** A quote of one character, such as {@code '"'}, where quotes begin no strings. */
        private boolean character() {
            if (text.charAt(at) != '\'' || at + 2 >= text.length()) {
                return false;
            }
            int end = text.charAt(at + 1) == '\\' ? text.indexOf('\'', at + 3) : at + 2;
            if (end > 0 && end < text.length() && end - at <= 10 && text.charAt(end) == '\'') {
                blank(end + 1, false);
                return true;
            }
            return false;
        }

        private int lineEnd() {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        private void blank(int end, boolean inCode) {
            for (; at < end; at++) {
                if (text.charAt(at) != '\n') {
                    bare.setCharAt(at, ' ');
                    if (inCode) {
                        code.setCharAt(at, ' ');
                    }
                }
            }
        }

        /** {@code #if 0} is a comment of C. */
        private void blankUncompiled() {
            if (syntax != Syntax.C) {
                return;
            }
            int depth = 0;
            int from = 0;
            for (String line : text.split("(?<=\n)")) {
                String word = line.strip().replaceFirst("^#\\s+", "#");
                if (depth > 0 && word.startsWith("#if")) {
                    depth++;
                } else if (word.matches("#if\\s+(0|false)\\b.*")) {
                    depth = 1;
                } else if (depth > 0 && word.startsWith("#endif")) {
                    depth--;
                } else if (depth == 1 && word.startsWith("#else")) {
                    depth = 0;
                }
                if (depth > 0) {
                    at = from;
                    blank(from + line.length(), true);
                }
                from += line.length();
            }
        }
    }

    /** One line without what surrounds it. */
    record Line(int number, String text) {

        static List<Line> all(String text) {
            List<Line> lines = new ArrayList<>();
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                String stripped = line.strip();
                if (!stripped.isEmpty()) {
                    lines.add(new Line(
                            number,
                            stripped.length() <= LONGEST_LINE ? stripped : stripped.substring(0, LONGEST_LINE)));
                }
            }
            return lines;
        }

        /** The same for lines that differ only in their spaces. */
        String key() {
            return text.replaceAll("\\s+", " ");
        }
    }
}
