package dev.wakeful.autodev.tamper;

import static dev.wakeful.autodev.tamper.FileKind.CI;
import static dev.wakeful.autodev.tamper.FileKind.COVERAGE;
import static dev.wakeful.autodev.tamper.FileKind.EXPECTED;
import static dev.wakeful.autodev.tamper.FileKind.HIDING;
import static dev.wakeful.autodev.tamper.FileKind.LINT;
import static dev.wakeful.autodev.tamper.FileKind.LOCK;
import static dev.wakeful.autodev.tamper.FileKind.OWNERS;
import static dev.wakeful.autodev.tamper.FileKind.WAKEFUL;

import java.util.List;

/** Files of which any change is for a person to see. */
record WholeFileRule(String id, FileKind kind, boolean evenIfNew, String why) {

    static final List<WholeFileRule> ALL = List.of(
            new WholeFileRule("ci-changed", CI, true, "What CI runs is another from now on."),
            new WholeFileRule(
                    "lint-config-changed", LINT, true, "What linters and scanners report is another from now on."),
            new WholeFileRule(
                    "coverage-config-changed", COVERAGE, true, "What counts as covered is another from now on."),
            new WholeFileRule("lockfile-changed", LOCK, true, "Other code than before is downloaded and run."),
            new WholeFileRule(
                    "code-owners-changed", OWNERS, true, "Other people than before have to agree to changes."),
            new WholeFileRule(
                    "wakeful-config-changed",
                    WAKEFUL,
                    true,
                    "It says how changes are verified; the proof of this one used the file as it was before."),
            new WholeFileRule(
                    "review-config-changed", HIDING, true, "It can hide files from reviewers or bring in other code."),
            new WholeFileRule(
                    "expected-output-changed",
                    EXPECTED,
                    false,
                    "The output that tests compare with is another; is the new one right?"));
}
