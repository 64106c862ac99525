package dev.wakeful.cli.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * A made-up project whose newest commits are red.
 *
 * @param directory where its Git repository is
 * @param commits its commits, oldest first
 * @param culprit the commit that broke it
 */
record Shop(Path directory, List<String> commits, String culprit) {

    static final String NAME = "acme/shop";
    static final String BRANCH = "main";
    static final String CHECK = "sh test.sh";

    private static final int LAST_REPORTED_GREEN = 3;

    Shop {
        commits = List.copyOf(commits);
    }

    /** The revision its CI reports as failed. */
    String head() {
        return commits.getLast();
    }

    /** The newest revision its CI has reported as passed: well before the culprit, so that there is something to search. */
    String lastGood() {
        return commits.get(LAST_REPORTED_GREEN);
    }
}
