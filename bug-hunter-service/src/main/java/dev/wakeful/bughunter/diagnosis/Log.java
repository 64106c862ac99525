package dev.wakeful.bughunter.diagnosis;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A job's log as lines that are safe to match and to pass on: each cut before anything else looks at it, without colours, control
 * characters, broken surrogates and the time stamps CI systems put in front.
 */
public record Log(List<String> lines) {

    private static final int RAW = 1_000;
    private static final int LINE = 500;
    private static final Pattern COLOURS = Pattern.compile("\\x1B\\[[0-?]*+[ -/]*+[@-~]");
    private static final Pattern STAMP =
            Pattern.compile("\\A\\uFEFF?\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z ?");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\t]]");

    public Log {
        lines = List.copyOf(lines);
    }

    /** The log as it was sent; nothing sent is an empty log. */
    public static Log of(@Nullable String text) {
        return new Log(text == null ? List.of() : text.lines().map(Log::clean).toList());
    }

    private static String clean(String raw) {
        String line = COLOURS.matcher(cut(raw, RAW)).replaceAll("");
        line = STAMP.matcher(line).replaceFirst("");
        return cut(UNPRINTABLE.matcher(line).replaceAll("").stripTrailing(), LINE);
    }

    /** At most so many characters, never half of one. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
