package dev.wakeful.autodev.workspace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a change is. Git counts no lines of a binary file. */
public record ChangeSize(int files, int added, int removed) {

    private static final Pattern FILES = Pattern.compile("(\\d+) files? changed");
    private static final Pattern ADDED = Pattern.compile("(\\d+) insertions?\\(\\+\\)");
    private static final Pattern REMOVED = Pattern.compile("(\\d+) deletions?\\(-\\)");

    /** Reads Git's one line of it; there is none where nothing changed. */
    static ChangeSize in(String shortstat) {
        return new ChangeSize(number(FILES, shortstat), number(ADDED, shortstat), number(REMOVED, shortstat));
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Lines that differ. */
    public int lines() {
        return added + removed;
    }
}
