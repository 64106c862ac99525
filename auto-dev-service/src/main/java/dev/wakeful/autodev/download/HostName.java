package dev.wakeful.autodev.download;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of hosts as they are compared: lower case, no dot at the end; or an address in numbers. */
final class HostName {

    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

    private HostName() {}

    /** Nothing when it is none. */
    static Optional<String> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return NAME.matcher(name).matches() || ADDRESS.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /** From 1 to 65535, or nothing. */
    static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port >= 1 && port <= 65_535);
    }
}
