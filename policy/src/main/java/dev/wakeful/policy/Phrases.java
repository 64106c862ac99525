package dev.wakeful.policy;

import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words and rules that are written in one line; each is refused with an {@link IllegalArgumentException} or understood in its usual spelling. */
final class Phrases {

    private static final String DAY = "(?:MON|TUE|WED|THU|FRI|SAT|SUN)";
    private static final String DAYS = "(?:DAILY|" + DAY + "(?:-" + DAY + ")?(?:," + DAY + "(?:-" + DAY + ")?)*)";
    private static final Pattern SPAN = Pattern.compile(DAYS + " (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Pattern CONTEXT = Pattern.compile("(?:AVAILABLE|WORK|AWAY|SLEEPING|UNKNOWN) (.+)");
    private static final String FAILURE = "TEST_FAILURE|BUILD_ERROR";
    private static final Pattern AUTONOMY = Pattern.compile(
            "(?:\\*|[A-Za-z0-9._-]+/[A-Za-z0-9._-]+) (?:\\*|" + FAILURE + ") (?:OBSERVE|SUPERVISED|FULL)");

    private Phrases() {}

    static String failure(String text) {
        return matched(Pattern.compile(FAILURE), text).group();
    }

    static String review(String text) {
        return matched(Pattern.compile("off|asked|required"), text).group();
    }

    static String independence(String text) {
        return matched(Pattern.compile("agent|model"), text).group();
    }

    static String span(String text) {
        Matcher span = matched(SPAN, text.toUpperCase(Locale.ROOT));
        LocalTime from = LocalTime.parse(span.group(1));
        LocalTime to = LocalTime.parse(span.group(2));
        return span.group().replace(span.group(1) + "-" + span.group(2), from + "-" + to);
    }

    static String context(String text) {
        Matcher context = matched(CONTEXT, text.toUpperCase(Locale.ROOT));
        return context.group().replace(context.group(1), span(context.group(1)));
    }

    static String autonomy(String text) {
        return matched(AUTONOMY, text).group();
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return matcher;
    }
}
