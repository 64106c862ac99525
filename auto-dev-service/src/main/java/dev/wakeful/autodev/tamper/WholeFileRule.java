package dev.wakeful.autodev.tamper;

import static dev.wakeful.autodev.tamper.FileKind.AGENTS;
import static dev.wakeful.autodev.tamper.FileKind.CI;
import static dev.wakeful.autodev.tamper.FileKind.COVERAGE;
import static dev.wakeful.autodev.tamper.FileKind.EXPECTED;
import static dev.wakeful.autodev.tamper.FileKind.HIDING;
import static dev.wakeful.autodev.tamper.FileKind.LINT;
import static dev.wakeful.autodev.tamper.FileKind.LOCK;
import static dev.wakeful.autodev.tamper.FileKind.OWNERS;
import static dev.wakeful.autodev.tamper.FileKind.RUNNER_SETTINGS;
import static dev.wakeful.autodev.tamper.FileKind.WAKEFUL;

import java.util.List;

/** Files of which any change is for a person to see. */
record WholeFileRule(String id, FileKind kind, Of of, String why) {

    /** Which changes of such a file. */
    enum Of {
        ANY,
        OLD,
        NEW
    }

    boolean isFor(Inspected file) {
        return file.kinds().contains(kind)
                && switch (of) {
                    case ANY -> true;
                    case OLD -> !file.isNew();
                    case NEW -> file.isNew();
                };
    }

    static final List<WholeFileRule> ALL = List.of(
            new WholeFileRule("ci-changed", CI, Of.ANY, "What CI runs is another from now on."),
            new WholeFileRule(
                    "lint-config-changed", LINT, Of.ANY, "What linters and scanners report is another from now on."),
            new WholeFileRule(
                    "coverage-config-changed", COVERAGE, Of.ANY, "What counts as covered is another from now on."),
            new WholeFileRule(
                    "runner-changed",
                    RUNNER_SETTINGS,
                    Of.NEW,
                    "How tests are found and run is said here from now on, before what was said elsewhere."),
            new WholeFileRule("lockfile-changed", LOCK, Of.ANY, "Other code than before is downloaded and run."),
            new WholeFileRule(
                    "code-owners-changed", OWNERS, Of.ANY, "Other people than before have to agree to changes."),
            new WholeFileRule(
                    "wakeful-config-changed",
                    WAKEFUL,
                    Of.ANY,
                    "It says how changes are verified; the proof of this one used the file as it was before."),
            new WholeFileRule(
                    "agent-config-changed",
                    AGENTS,
                    Of.ANY,
                    "Coding agents of everybody who works on this are set up or told otherwise from now on."),
            new WholeFileRule(
                    "review-config-changed",
                    HIDING,
                    Of.ANY,
                    "It can hide files from reviewers or bring in other code."),
            new WholeFileRule(
                    "expected-output-changed",
                    EXPECTED,
                    Of.OLD,
                    "The output that tests compare with is another; is the new one right?"));
}
