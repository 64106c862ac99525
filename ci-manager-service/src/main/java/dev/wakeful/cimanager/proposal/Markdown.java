package dev.wakeful.cimanager.proposal;

/** Puts text from outside into Markdown as text: it forms no markup, mentions nobody and ends no fence. */
final class Markdown {

    private static final String ENTITIES = "<>&@#";
    private static final String MARKUP = "\\`*_{}[]()|!~+-.:$^=\"'";

    private Markdown() {}

    /** One line without control characters, cut to so many characters. */
    static String line(String text, int most) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .limit(most)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    /** One line of plain text within a paragraph or a table. */
    static String inline(String text, int most) {
        StringBuilder escaped = new StringBuilder();
        line(text, most).chars().forEach(c -> {
            if (ENTITIES.indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append((char) c);
            }
        });
        return escaped.toString();
    }

    /** A block of code; its fence is longer than any run of backticks in it. */
    static String fenced(String language, String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }
}
