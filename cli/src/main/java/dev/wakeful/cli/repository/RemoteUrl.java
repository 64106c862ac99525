package dev.wakeful.cli.repository;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code owner/name} from the address of a Git remote. */
final class RemoteUrl {

    /** Two last segments after a host: {@code https://host/owner/name.git}, {@code ssh://…}, {@code git@host:owner/name}. */
    private static final Pattern SHAPE = Pattern.compile(
            "(?:(?:https?|ssh|git)://[^/]+/|[^/@:]+@[^/:]+:)(?:[^/]+/)*?([A-Za-z0-9_.-]+)/([A-Za-z0-9_.-]+?)(?:\\.git)?/?");

    private RemoteUrl() {}

    /** The name in lower case, as Wakeful compares names; nothing for a path or anything else that names no owner. */
    static Optional<String> name(String url) {
        Matcher matcher = SHAPE.matcher(url.strip());
        return matcher.matches()
                ? Optional.of((matcher.group(1) + "/" + matcher.group(2)).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
