package dev.wakeful.autodev.download;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one command downloaded, in a sentence for people. */
final class Summary {

    private static final int MOST_NAMED = 5;
    private static final int MOST_KNOWN = 200;

    private final Map<String, Integer> fetched = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private long received;

    synchronized void add(Fetched each) {
        Map<String, Integer> hosts = each.outcome() == Fetched.Outcome.REFUSED ? refused : fetched;
        if (hosts.size() < MOST_KNOWN || hosts.containsKey(each.host())) {
            hosts.merge(each.host(), 1, Integer::sum);
        }
        received += each.received();
    }

    /** Nothing when nothing was asked for. */
    synchronized Optional<String> words() {
        if (fetched.isEmpty() && refused.isEmpty()) {
            return Optional.empty();
        }
        String what = fetched.isEmpty()
                ? "Nothing was downloaded"
                : "Downloaded " + (received + 1023) / 1024 + " KiB from " + named(fetched);
        return Optional.of(refused.isEmpty() ? what : what + "; refused: " + named(refused));
    }

    private static String named(Map<String, Integer> hosts) {
        return hosts.entrySet().stream()
                        .limit(MOST_NAMED)
                        .map(host -> host.getKey() + " (" + host.getValue() + ")")
                        .collect(Collectors.joining(", "))
                + (hosts.size() > MOST_NAMED ? ", …" : "");
    }
}
