package dev.wakeful.autodev.review;

import dev.wakeful.autodev.agent.AgentEnd;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of asking one reviewer about one change. A claim (VER-5).
 *
 * @param why how it came to it, in the system's words
 * @param said its last words, at most 1,500 characters on one line; text from outside, data only
 */
record Opinion(String reviewer, Verdict verdict, String why, String said) {

    private static final int LONGEST = 1_500;

    /** The last line, whatever stands before the word to make it bold or an item of a list. */
    private static final Pattern LAST_LINE = Pattern.compile("[\\s*_#>`-]*(ACCEPT|OBJECT)(?:ED|S|ION)?\\b.*");

    /** How a reviewer decided. */
    enum Verdict {
        ACCEPTED,
        OBJECTED,
        /** It was not asked, did not come to an end, or did not say which. */
        NONE
    }

    static Opinion of(String reviewer, AgentEnd end) {
        String said = clean(end.message());
        return switch (end.reason()) {
            case DONE -> verdict(reviewer, end.message(), said);
            case TURNS -> none(reviewer, "used up its turns", said);
            case MONEY -> none(reviewer, "was refused money: what the swarm may spend is used up", said);
            case USAGE_LIMIT -> none(reviewer, "has reached a usage limit of its provider", said);
            case OUTAGE -> none(reviewer, "could not reach its provider", said);
            case REFUSED -> none(reviewer, "refused to work; look at its settings and its version", said);
            case STUCK -> none(reviewer, "made no progress and was ended", said);
            case DIED -> none(reviewer, "died", said);
        };
    }

    private static Opinion verdict(String reviewer, String message, String said) {
        String last = message.strip().lines().reduce("", (before, line) -> line);
        Matcher matcher = LAST_LINE.matcher(last.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return none(reviewer, "did not end with a line that begins with ACCEPT or OBJECT", said);
        }
        return matcher.group(1).equals("ACCEPT")
                ? new Opinion(reviewer, Verdict.ACCEPTED, "accepts it", said)
                : new Opinion(reviewer, Verdict.OBJECTED, "objects", said);
    }

    /** It has no verdict, for a reason in words that go on from its name. */
    static Opinion none(String reviewer, String why, String said) {
        return new Opinion(reviewer, Verdict.NONE, why, clean(said));
    }

    /** For people, beside what the author says. */
    String words() {
        return switch (verdict) {
            case ACCEPTED, OBJECTED -> reviewer + " reviewed it and says: " + said;
            case NONE -> reviewer + " has not reviewed it: it " + why + (said.isEmpty() ? "." : ". It said: " + said);
        };
    }

    private static String clean(String text) {
        String line = text.replaceAll("\\p{Cntrl}|\\p{Cs}|\\p{Cf}", " ")
                .replaceAll("\\s+", " ")
                .strip();
        // the verdict stands at the end
        return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST);
    }
}
