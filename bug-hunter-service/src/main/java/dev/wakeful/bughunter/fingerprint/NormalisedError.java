package dev.wakeful.bughunter.fingerprint;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An error line without what differs from run to run: identifiers, times, durations, addresses, directories and numbers, replaced in
 * this order.
 */
record NormalisedError(String text) {

    private static final int MOST = 500;
    private static final List<Rule> RULES = List.of(
            new Rule("\\x1B\\[[0-?]*+[ -/]*+[@-~]", ""),
            new Rule("\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b", "<id>"),
            new Rule(
                    "\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?",
                    "<time>"),
            new Rule("\\b\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?\\b", "<time>"),
            new Rule("\\b\\d+(?:[.,]\\d+)? ?(?:ns|µs|us|ms|s|secs?|seconds?|mins?|minutes?)\\b", "<duration>"),
            new Rule("\\b0x[0-9a-fA-F]+\\b", "<hex>"),
            new Rule("@[0-9a-f]{5,16}\\b", "@<hex>"),
            new Rule("\\b(?=[a-f]*+\\d)[0-9a-f]{7,64}\\b", "<hex>"),
            new Rule("(?<![^\\s\"'(\\[<=])[^\\s\"'(\\[<=]*[/\\\\](?=[^\\s/\\\\])", ""),
            new Rule("\\d+", "<n>"),
            new Rule("\\s+", " "));

    static NormalisedError of(String error) {
        String text = error.length() <= MOST ? error : error.substring(0, MOST);
        for (Rule rule : RULES) {
            text = rule.pattern().matcher(text).replaceAll(rule.by());
        }
        return new NormalisedError(text.strip());
    }

    private record Rule(Pattern pattern, String by) {
        Rule(String pattern, String by) {
            this(Pattern.compile(pattern), by);
        }
    }
}
