package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd.Reason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an agent's complaint means: by the HTTP status in it, and where it names none by the gateway's and the clients' own words. */
final class Refusals {

    private static final Pattern STATUS = Pattern.compile(
            "(?i)(?:\\bstatus(?:[ _]?code)?|\\bhttp(?:/[0-9.]+)?|\\berror|\\bcode|\\bresponse)\\W{0,4}([45]\\d\\d)\\b|^\\W*([45]\\d\\d)\\b");

    private record Words(Pattern pattern, Reason reason) {
        static Words of(String pattern, Reason reason) {
            return new Words(Pattern.compile("(?i)" + pattern), reason);
        }
    }

    private static final List<Words> WORDS = List.of(
            Words.of("budget is used up|budget_used_up|payment required", Reason.MONEY),
            Words.of(
                    "usage limit of|provider_parked|rate.?limit|usage limit|too many requests|quota",
                    Reason.USAGE_LIMIT),
            Words.of(
                    "provider not configured|provider_not_configured|model_not_allowed|is not allowed; allowed are",
                    Reason.REFUSED),
            Words.of(
                    "invalid api key|unauthorized|failed to authenticate|not logged in|unknown option|unexpected argument|unknown argument|unrecognized|invalid value|configuration is invalid|config(?:uration)? error",
                    Reason.REFUSED),
            Words.of(
                    "does not answer|fallen silent|broke off|ledger_away|overloaded|econnrefused|econnreset|connection (?:error|refused|reset)|fetch failed|etimedout|stream disconnected|error sending request|service unavailable|bad gateway",
                    Reason.OUTAGE));

    private Refusals() {}

    static Reason of(int status) {
        return switch (status) {
            case 402 -> Reason.MONEY;
            case 429 -> Reason.USAGE_LIMIT;
            default -> status == 408 || status >= 500 ? Reason.OUTAGE : status >= 400 ? Reason.REFUSED : Reason.DIED;
        };
    }

    /** What the words say, or nothing where they say nothing that is known. */
    static Optional<Reason> of(String complaint) {
        String text = Cut.to(Json.LONGEST, complaint);
        Optional<Reason> worded = WORDS.stream()
                .filter(words -> words.pattern().matcher(text).find())
                .map(Words::reason)
                .findFirst();
        Optional<Reason> numbered = status(text).map(Refusals::of);
        // the gateway says 503 for several things and tells which in words; any other number is clearer than words
        return numbered.filter(reason -> reason != Reason.OUTAGE)
                .or(() -> worded)
                .or(() -> numbered);
    }

    private static Optional<Integer> status(String text) {
        Matcher matcher = STATUS.matcher(text);
        return matcher.find()
                ? Optional.of(Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)))
                : Optional.empty();
    }
}
