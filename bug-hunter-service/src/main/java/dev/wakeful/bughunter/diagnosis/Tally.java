package dev.wakeful.bughunter.diagnosis;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** What the log counts, summed over all tools and modules in it. A tool's own summary is believed before a count of its lines. */
final class Tally {

    private final Map<String, Integer> sums = new TreeMap<>();

    static Tally of(Log log) {
        Tally tally = new Tally();
        log.lines().forEach(line -> CountMark.at(line).ifPresent(tally::add));
        return tally;
    }

    private void add(Matcher counted) {
        counted.namedGroups().keySet().forEach(group -> {
            String value = counted.group(group);
            if (value != null) {
                sums.merge(group, group.startsWith("one") ? 1 : Integer.parseInt(value), Integer::sum);
            }
        });
    }

    /** How many tests failed, where the log says so. */
    Optional<Integer> failing() {
        return sum("failed", "errors").or(() -> sum("oneFailed")).filter(failed -> failed > 0);
    }

    /** How many tests ran, where the log says so. */
    Optional<Integer> total() {
        return sum("total")
                .or(() -> sum("passed").isPresent() ? sum("passed", "failed", "errors") : Optional.empty())
                .or(() -> sum("onePassed").isPresent() ? sum("onePassed", "oneFailed") : Optional.empty());
    }

    private Optional<Integer> sum(String... groups) {
        Optional<Integer> sum = Optional.empty();
        for (String group : groups) {
            if (sums.containsKey(group)) {
                sum = Optional.of(sum.orElse(0) + sums.getOrDefault(group, 0));
            }
        }
        return sum;
    }
}
