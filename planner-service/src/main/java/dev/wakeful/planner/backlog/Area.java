package dev.wakeful.planner.backlog;

import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which part of a repository a failure is about (LIM-3): its job, and the class of the failing test or the top directory of the first
 * file that is named, where there is one. Text from outside: it is cut and only ever compared.
 */
final class Area {

    private static final int LONGEST = 200;
    private static final Pattern FILE = Pattern.compile("(?<![\\w/.:-])([\\w.-]+)/(?:[\\w.-]+/)*[\\w-]+\\.\\w{1,6}\\b");

    private Area() {}

    static String of(FindingEvent.Raised finding) {
        String part = testClass(finding.failure())
                .or(() -> topDirectory(finding.failure()))
                .orElse("");
        String area = part.isEmpty() ? finding.job() : finding.job() + " " + part;
        return area.length() <= LONGEST ? area : area.substring(0, LONGEST);
    }

    private static Optional<String> testClass(Failure failure) {
        return Optional.ofNullable(failure.test()).map(test -> {
            int method = test.lastIndexOf('.');
            return method > 0 ? test.substring(0, method) : test;
        });
    }

    private static Optional<String> topDirectory(Failure failure) {
        return Stream.concat(Stream.ofNullable(failure.error()), failure.excerpt().stream())
                .map(FILE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
