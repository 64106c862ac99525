package dev.wakeful.autodev.mutation;

import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.report.Mutant;
import dev.wakeful.autodev.report.UnreadableReport;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came of mutating the classes of one module. */
public sealed interface Probed {

    /** All mutants, also those on lines that were not touched. */
    record Seen(List<Mutant> mutants) implements Probed {

        public Seen {
            mutants = List.copyOf(mutants);
        }
    }

    /** @param why words that go on after "inconclusive: " */
    record Inconclusive(String why) implements Probed {}

    /**
     * What the end of PIT means. That all tests are missed by it must not look like tests that notice nothing.
     *
     * @param report asked for only where PIT says that it came to its end
     */
    static Probed of(Ended ended, Supplier<List<Mutant>> report) {
        if (ended.exitCode() == Ended.CUT) {
            return new Inconclusive("it was ended at its time limit");
        }
        if (ended.couldNotRun()) {
            return new Inconclusive("it could not be run (exit code " + ended.exitCode() + ")");
        }
        if (ended.exitCode() != 0) {
            return new Inconclusive("PIT ended with exit code " + ended.exitCode()
                    + (ended.tail().contains("did not pass without mutation")
                            ? "; under it tests fail without any mutation"
                            : ""));
        }
        try {
            List<Mutant> mutants = report.get();
            return mutants.isEmpty() || Statistics.tests(ended.tail()) > 0
                    ? new Seen(mutants)
                    : new Inconclusive("PIT found no test that it can run");
        } catch (UnreadableReport e) {
            return new Inconclusive(String.valueOf(e.getMessage()).replaceAll("\\.$", ""));
        }
    }

    /** What PIT says at its end. */
    final class Statistics {

        private static final Pattern TESTS = Pattern.compile(">> (\\d{1,9}) tests? examined");

        private Statistics() {}

        static int tests(String tail) {
            Matcher matcher = TESTS.matcher(tail);
            int tests = 0;
            while (matcher.find()) {
                tests = Integer.parseInt(matcher.group(1));
            }
            return tests;
        }
    }
}
