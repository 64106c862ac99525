package dev.wakeful.autodev.agent.watch;

import java.util.regex.Pattern;

/** Gives what an agent did a number: equal for the same action with the same outcome, whatever the clock said meanwhile. */
final class Action {

    private static final Pattern CLOCK = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]?"
            + "|\\d{1,2}:\\d\\d(?::\\d{1,2})?(?:[.,]\\d+)?Z?"
            + "|\\d+(?:[.,]\\d+)?\\s?(?:ms|s|sec|secs|seconds|min|minutes)\\b"
            + "|\\bpid\\s\\d+|0x[0-9a-fA-F]+|@[0-9a-f]{6,8}\\b");

    private Action() {}

    static long of(String what, boolean failed, String outcome) {
        String stable = CLOCK.matcher(outcome).replaceAll("#");
        return ((long) (what + failed).hashCode() << 32) ^ (stable.hashCode() & 0xffffffffL);
    }
}
