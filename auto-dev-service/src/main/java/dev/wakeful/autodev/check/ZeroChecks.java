package dev.wakeful.autodev.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises that a command which ended well has run no test at all (VER-4), in the words of the tools themselves. The whole output is
 * judged: one tool that did run a test outweighs all that say they ran none, as Cargo says of the documentation of most crates. Pure.
 */
public final class ZeroChecks {

    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_QUOTE = 120;
    private static final String CUT = "[the rest is left out]";

    private ZeroChecks() {}

    /**
     * What a tool says at the end of its work.
     *
     * @param nothing when it ran no test, or none that was not skipped
     * @param something when it ran one
     */
    private record Tool(String name, Pattern nothing, Pattern something) {

        static Tool of(String name, String nothing, String something) {
            return new Tool(
                    name, Pattern.compile(nothing, Pattern.MULTILINE), Pattern.compile(something, Pattern.MULTILINE));
        }
    }

    private static final List<Tool> TOOLS = List.of(
            Tool.of(
                    "pytest",
                    "^(?:=+ )?(?:no tests ran|\\d+ (?:deselected|skipped|warnings?)(?:, \\d+ (?:deselected|skipped|warnings?))*) in [\\d.]+s.*$",
                    "^(?:=+ )?(?:\\d+ \\w+, )*[1-9]\\d* (?:passed|failed|errors?|xfailed|xpassed)\\b.* in [\\d.]+s"),
            Tool.of(
                    "unittest",
                    "^Ran (\\d+) tests? in .*$(?=\\n\\n?OK \\(skipped=\\1\\))|^Ran 0 tests in .*$|^NO TESTS RAN.*$",
                    "^Ran ([1-9]\\d*) tests? in .*$(?!\\n\\n?OK \\(skipped=\\1\\))"),
            Tool.of(
                    "Cargo",
                    "^test result: ok\\. 0 passed; 0 failed; .*$",
                    "^test result: \\w+\\. (?:[1-9]\\d* passed|0 passed; [1-9]\\d* failed|0 passed; 0 failed; \\d+ ignored; [1-9]\\d* measured)"),
            Tool.of(
                    "nextest",
                    "^\\s*Summary \\[[^\\]]*\\] +0 tests run\\b.*$",
                    "^\\s*Summary \\[[^\\]]*\\] +[1-9]\\d*\\S* tests? run\\b"),
            Tool.of(
                    "Go",
                    "^\\?\\s+\\S+\\s+\\[no test files\\]$|^ok\\s+\\S+\\s.*\\[no tests to run\\]$",
                    "^ok\\s+\\S+\\s+(?:[\\d.]+s|\\(cached\\))(?!.*\\[no tests to run\\])"),
            Tool.of("node", "^(?:#|ℹ) (?:tests|pass) 0$", "^(?:#|ℹ) (?:pass|fail|cancelled) [1-9]\\d*$"),
            Tool.of("npm", "^.*\\bno test specified\\b.*$", "(?!)"),
            Tool.of(
                    "Jest or Vitest",
                    "^No tests? (?:files )?found\\b.*$|^ *Tests:? +(?:0 total|no tests|\\d+ (?:skipped|todo)(?:(?:, | \\| )\\d+ (?:skipped|todo))*(?:, \\d+ total| \\(\\d+\\)))$",
                    "^ *Tests:? .*\\b[1-9]\\d* (?:passed|failed)"),
            Tool.of("Mocha", "^\\s*0 passing\\b.*$", "^\\s*[1-9]\\d* (?:passing|failing)\\b"),
            Tool.of("CTest", "^No tests were found!!!$", "^\\d+% tests passed, \\d+ tests? failed out of [1-9]"),
            Tool.of("GoogleTest", "^\\[  PASSED  \\] 0 tests\\.$", "^\\[  PASSED  \\] [1-9]"),
            Tool.of("Meson", "^No tests defined\\.$", "^Ok: +[1-9]"),
            Tool.of(
                    "Maven",
                    "^(?:\\[\\w+\\] )?(?:No tests to run\\.|Tests are skipped\\.|Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: \\1\\b.*)$",
                    "^(?:\\[\\w+\\] )?Tests run: ([1-9]\\d*), Failures: \\d+, Errors: \\d+, Skipped: (?!\\1\\b)"),
            Tool.of(
                    "Gradle",
                    "^> Task \\S*:\\w*[tT]est (?:NO-SOURCE|SKIPPED)$",
                    "^> Task \\S*:\\w*[tT]est(?: UP-TO-DATE| FROM-CACHE)?$"),
            Tool.of("TAP", "^1\\.\\.0\\b.*$", "^ok \\d+(?!.*# ?(?i:skip|todo))"));

    /**
     * Why it is not green though it ended with 0: the tool and its words; nothing when a test was run, no known tool has spoken, or the
     * output was too long to be kept whole.
     *
     * @param output all lines, without what is for terminals
     */
    public static Optional<String> in(List<String> output) {
        if (output.contains(CUT)) {
            return Optional.empty();
        }
        String text = output.stream()
                .filter(line -> line.length() <= LONGEST_LINE)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        if (TOOLS.stream().anyMatch(tool -> tool.something().matcher(text).find())) {
            return Optional.empty();
        }
        return TOOLS.stream().flatMap(tool -> said(tool, text).stream()).findFirst();
    }

    private static Optional<String> said(Tool tool, String text) {
        Matcher words = tool.nothing().matcher(text);
        return words.find()
                ? Optional.of("no test was run, as " + tool.name() + " says: \"" + quoted(words.group()) + "\"")
                : Optional.empty();
    }

    private static String quoted(String words) {
        String clean = words.replaceAll("\\p{Cntrl}+", " ").replaceAll("^[=\\s]+|[=\\s]+$", "");
        return clean.length() <= LONGEST_QUOTE ? clean : clean.substring(0, LONGEST_QUOTE) + "…";
    }
}
