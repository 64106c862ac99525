package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How much an assertion says. */
final class Assertions {

    /** From nothing to everything. */
    enum Strength {
        /** True whatever the code does. */
        NOTHING,
        /** There is something. */
        PRESENCE,
        /** A property of the result. */
        PART,
        /** The result itself. */
        EXACT
    }

    private static final Pattern NOTHING = Pattern.compile(
            "assertTrue\\(\\s*(?:true|True|1)\\s*[,)]|assertFalse\\(\\s*(?:false|False|0)\\s*[,)]|\\bassert\\s+(?:true|True|1)\\s*(?:$|[;,#])"
                    + "|expect\\(\\s*(?:true|1)\\s*\\)\\s*\\.\\s*to(?:Be|Equal|BeTruthy|\\.be\\.true)|assert(?:!|\\.ok|\\.isTrue)?\\(\\s*(?:true|1)\\s*[,)]"
                    + "|(?:EXPECT|ASSERT)_TRUE\\(\\s*(?:true|1)\\s*\\)|assertThat\\(\\s*true\\s*\\)\\s*\\.\\s*isTrue"
                    + "|assert(?:Equals?|_eq!|Same)\\(\\s*([\\w.\"']+)\\s*,\\s*\\1\\s*\\)|\\|\\|\\s*true\\b|\\bor\\s+True\\b|anyOf\\(\\s*anything\\("
                    + "|\\.True\\(\\s*t\\s*,\\s*true\\b|\\.False\\(\\s*t\\s*,\\s*false\\b|\\.Equal\\(\\s*t\\s*,\\s*(?<same>[\\w.\"]+)\\s*,\\s*\\k<same>\\s*\\)|\\[\\s(?<side>\\S+)\\s+(?:-eq|==?)\\s+\\k<side>\\s+\\]");
    private static final Pattern PRESENCE = Pattern.compile(
            "(?i)not_?null|not_?nil|not_?none|isNotEmpty|not_?empty|isPresent|toBeDefined|toBeTruthy|is_some\\b|is_ok\\b|isOk\\b|exists\\b|isInstanceOf"
                    + "|toHaveBeenCalled\\(\\)|not\\.toThrow|doesNotThrow|assert_?ptr|not\\.toBeNull|not\\.toBeUndefined|is not None|!=\\s*(?:null|nil|NULL|undefined|None)");
    private static final Pattern PART = Pattern.compile(
            "(?i)contain|match|starts?With|ends?With|greater|less|between|hasSize|hasLength|length|close|approx|almost|assertIn\\b|include|\\bin\\b"
                    + "|[^=!<>]=?[<>]=?[^=>]|--partial|--regexp|anyOf|either|any\\(|assertTrue|assertFalse|toBeGreater|toHaveProperty|objectContaining|_GT|_LT|_GE|_LE|_NE|_ne!|NotEquals?");
    private static final Pattern LITERAL = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|\\b(?:true|false|True|False)\\b|(?<![\\w.])-?\\d[\\d_]*(?:\\.\\d+)?\\w{0,3}");

    private Assertions() {}

    static Strength strength(Line assertion) {
        String text = assertion.text();
        if (NOTHING.matcher(text).find()) {
            return Strength.NOTHING;
        }
        if (PRESENCE.matcher(text).find()) {
            return Strength.PRESENCE;
        }
        return PART.matcher(withoutLiterals(text)).find() ? Strength.PART : Strength.EXACT;
    }

    private static String withoutLiterals(String text) {
        return LITERAL.matcher(text).replaceAll("\"\"");
    }

    /** Whether two differ in nothing but the values they are written with. */
    static boolean sameButForValues(Line one, Line other) {
        return withoutLiterals(one.key()).equals(withoutLiterals(other.key()));
    }

    /** How many words they share, from 0 to 1. */
    static double likeness(Line one, Line other) {
        Set<String> mine = words(one);
        Set<String> theirs = words(other);
        Set<String> all = new HashSet<>(mine);
        all.addAll(theirs);
        mine.retainAll(theirs);
        return all.isEmpty() ? 0 : (double) mine.size() / all.size();
    }

    private static Set<String> words(Line line) {
        return Arrays.stream(line.text().split("\\W+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
