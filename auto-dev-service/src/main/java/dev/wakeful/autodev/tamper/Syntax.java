package dev.wakeful.autodev.tamper;

import java.util.List;
import java.util.Locale;

/**
 * Where comments and strings are.
 *
 * @param quotes that begin a string, which ends at the same one or with the line
 * @param longQuotes that begin a string over many lines
 * @param longIsComment whether such a string is taken for a comment, as Python's are
 */
record Syntax(
        List<String> lineComments,
        String open,
        String close,
        String quotes,
        List<String> longQuotes,
        boolean longIsComment) {

    static final Syntax JAVA = new Syntax(List.of("//"), "/*", "*/", "\"", List.of("\"\"\""), false);
    static final Syntax JAVASCRIPT = new Syntax(List.of("//"), "/*", "*/", "\"'", List.of("`"), false);
    static final Syntax PYTHON = new Syntax(List.of("#"), "", "", "\"'", List.of("\"\"\"", "'''"), true);
    static final Syntax GO = new Syntax(List.of("//"), "/*", "*/", "\"", List.of("`"), false);
    static final Syntax RUST = new Syntax(List.of("//"), "/*", "*/", "\"", List.of(), false);
    static final Syntax C = new Syntax(List.of("//"), "/*", "*/", "\"", List.of(), false);
    static final Syntax HASH = new Syntax(List.of("#"), "", "", "\"'", List.of(), false);
    static final Syntax XML = new Syntax(List.of(), "<!--", "-->", "", List.of(), false);
    static final Syntax PLAIN = new Syntax(List.of(), "", "", "\"", List.of(), false);

    private static final List<String> SLASHED = List.of("gradle");
    private static final List<String> TAGGED = List.of("xml", "html", "xhtml", "csproj", "props", "targets");
    private static final List<String> PLAINLY = List.of("json", "lock", "md", "txt", "snap");

    static Syntax ofPath(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (SLASHED.contains(extension)) {
            return JAVASCRIPT;
        }
        if (TAGGED.contains(extension)) {
            return XML;
        }
        return PLAINLY.contains(extension) ? PLAIN : HASH;
    }
}
