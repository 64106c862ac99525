package dev.wakeful.bughunter.diagnosis;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How compilers and parsers say that the code does not even compile (AUTH-2): one row per tool, matched from the start of the line.
 * What an interpreter says of syntax counts only where no failing test is named, since a test may well say it about its own data.
 */
enum CompileMark {
    MAVEN("\\[ERROR\\] COMPILATION ERROR"),
    MAVEN_JAVAC("\\[ERROR\\] \\S+\\.(?:java|kt|scala|groovy):?\\s?[\\[(]\\d+,\\s?\\d+[\\])]"),
    JAVAC("\\S+\\.java:\\d+: error: "),
    KOTLINC("e: \\S+\\.kts?:"),
    SCALAC("\\[error\\] \\S+\\.scala:\\d+:\\d+: "),
    C_FAMILY("(?:In file included from )?\\S[^:]*:\\d+:\\d+: (?:fatal )?error: "),
    LINKER(
            "\\S*(?:ld|collect2)(?:\\.\\w+)?: .*(?:undefined reference|returned \\d+ exit status|symbol\\(s\\) not found)"),
    UNDEFINED_REFERENCE(".*: undefined reference to "),
    TYPESCRIPT("\\S.*?(?:\\(\\d+,\\d+\\)|:\\d+:\\d+)(?::| -) error TS\\d+: "),
    CSHARP("\\s*\\S.*?\\(\\d+,\\d+\\): error (?:CS|FS|BC|MSB)\\d+: "),
    RUST("error\\[E\\d{4}\\]: "),
    CARGO("error: could not compile "),
    GO("(?:vet: )?\\S+\\.go:\\d+:\\d+: "),
    GO_BUILD("FAIL\\s+\\S+ \\[(?:build|setup) failed\\]"),
    SWIFT("\\S+\\.swift:\\d+:\\d+: error: "),
    BUNDLER("(?:Module not found: |Failed to compile\\.|ERROR in \\./)"),
    SYMBOL(".*cannot find symbol"),
    SYNTAX(".{0,40}\\b(?:SyntaxError|IndentationError|TabError)\\b", false),
    PARSE("(?i).{0,200}\\b(?:parse error:|syntax error,|syntax error near|syntax error at)", false);

    private final Pattern pattern;
    private final boolean besideTests;

    CompileMark(String pattern) {
        this(pattern, true);
    }

    CompileMark(String pattern, boolean besideTests) {
        this.pattern = Pattern.compile(pattern);
        this.besideTests = besideTests;
    }

    /** The first line that says so. */
    static Optional<Mark> first(Log log, boolean testNamed) {
        return IntStream.range(0, log.lines().size())
                .filter(line -> says(log.lines().get(line), testNamed))
                .mapToObj(line -> new Mark(line, log.lines().get(line).strip(), null))
                .findFirst();
    }

    private static boolean says(String line, boolean testNamed) {
        for (CompileMark mark : values()) {
            if ((mark.besideTests || !testNamed) && mark.pattern.matcher(line).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
