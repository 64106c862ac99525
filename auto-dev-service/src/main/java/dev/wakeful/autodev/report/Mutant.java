package dev.wakeful.autodev.report;

/**
 * A change that PIT made to a class, and whether a test noticed; text from outside.
 *
 * @param path of the source, from the top of the repository
 * @param change in PIT's words, such as "negated conditional"
 */
public record Mutant(String path, int line, String change, Fate fate) {

    private static final int LONGEST = 200;

    public Mutant {
        String harmless = change.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        change = harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST);
    }

    /** What became of it. */
    public enum Fate {
        /** A test failed, hung or died. */
        NOTICED,
        /** Tests run the line and all are green. */
        SURVIVED,
        /** No test runs the line. */
        NOT_COVERED,
        /** It was not tried. */
        UNKNOWN;

        static Fate of(String status) {
            return switch (status) {
                case "KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR", "NON_VIABLE" -> NOTICED;
                case "SURVIVED" -> SURVIVED;
                case "NO_COVERAGE" -> NOT_COVERED;
                default -> UNKNOWN;
            };
        }
    }
}
