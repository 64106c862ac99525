package dev.wakeful.autodev.report;

import java.util.Locale;

/** How many lines there are to cover, and how many are covered. */
public record Coverage(long covered, long lines) {

    static final Coverage NONE = new Coverage(0, 0);

    public Coverage {
        if (covered < 0 || covered > lines) {
            throw new UnreadableReport("A coverage report tells of " + covered + " covered lines of " + lines + ".");
        }
    }

    Coverage plus(Coverage other) {
        return new Coverage(Math.addExact(covered, other.covered), Math.addExact(lines, other.lines));
    }

    /**
     * Whether this is no worse (VER-6): the same share of lines or more, or no more lines uncovered, so that taking covered lines away is no
     * decrease.
     */
    public boolean holdsAgainst(Coverage base) {
        return (double) covered * base.lines >= (double) base.covered * lines
                || lines - covered <= base.lines - base.covered;
    }

    /** As people read it. */
    @Override
    public String toString() {
        return lines == 0 ? "no lines" : String.format(Locale.ROOT, "%.2f %%", 100.0 * covered / lines);
    }
}
