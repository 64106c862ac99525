package dev.wakeful.commandcenter.pages;

import java.util.List;

/**
 * A line of a unified diff and what it is.
 *
 * @param kind {@code file}, {@code meta}, {@code hunk}, {@code added}, {@code removed} or {@code same}
 */
public record DiffLine(String kind, String text) {

    public static List<DiffLine> of(String diff) {
        Reader reader = new Reader();
        return PlainText.of(diff)
                .lines()
                .map(reader::line)
                .filter(DiffLine::says)
                .toList();
    }

    /** The file's line says already what these say again. */
    private boolean says() {
        return !kind.equals("meta") || !text.matches("(index |--- |\\+\\+\\+ ).*");
    }

    /** Knows whether it is in a hunk, where {@code ---} is a removed line and no header. */
    private static final class Reader {

        private boolean inHunk;

        DiffLine line(String line) {
            if (line.startsWith("diff --git ")) {
                inHunk = false;
                return new DiffLine("file", file(line));
            }
            if (line.startsWith("@@")) {
                inHunk = true;
                return new DiffLine("hunk", line);
            }
            return new DiffLine(inHunk ? kindInHunk(line) : "meta", line);
        }

        private static String file(String line) {
            int path = line.lastIndexOf(" b/");
            return path < 0 ? line.substring("diff --git ".length()) : line.substring(path + " b/".length());
        }

        private static String kindInHunk(String line) {
            return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '+' -> "added";
                case '-' -> "removed";
                case '\\' -> "meta";
                default -> "same";
            };
        }
    }
}
