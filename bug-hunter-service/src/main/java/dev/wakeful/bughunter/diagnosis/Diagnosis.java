package dev.wakeful.bughunter.diagnosis;

import dev.wakeful.events.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a log says about a failure (HUNT-2). Pure, and linear in the size of the log whatever is in it.
 *
 * @param failure what is known
 * @param codeNamed true when the log names a failing test or a compiler's error, so the code itself is what it complains about
 */
public record Diagnosis(Failure failure, boolean codeNamed) {

    /** Reads the log; where there is none, only the names of job and step speak. */
    public static Diagnosis of(Log log, String job, @Nullable String step) {
        List<Mark> tests = TestMark.in(log);
        Optional<Mark> compile = CompileMark.first(log, !tests.isEmpty());
        Optional<Mark> first = compile.or(() -> tests.stream().findFirst());
        Tally tally = Tally.of(log);
        OptionalInt errorLine = errorLine(log, compile, first);
        Failure failure = new Failure(
                kind(compile.isPresent(), !tests.isEmpty(), job, step),
                tests.isEmpty() ? null : Log.cut(tests.getFirst().name(), Excerpt.WIDTH),
                tally.failing().orElse(null),
                tally.total().orElse(null),
                error(log, compile.isPresent() ? Optional.empty() : first, errorLine)
                        .orElse(null),
                Excerpt.of(log, failing(tests, first, errorLine)));
        return new Diagnosis(failure, first.isPresent());
    }

    private static Failure.Kind kind(boolean compile, boolean test, String job, @Nullable String step) {
        boolean named = saysBuild(job) || (step != null && saysBuild(step));
        return compile || (!test && named) ? Failure.Kind.BUILD_ERROR : Failure.Kind.TEST_FAILURE;
    }

    private static boolean saysBuild(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("build") || lower.contains("compile");
    }

    private static OptionalInt errorLine(Log log, Optional<Mark> compile, Optional<Mark> first) {
        return compile.map(mark -> OptionalInt.of(compilerWords(log, mark.line())))
                .or(() -> first.map(mark -> ErrorLine.below(log, mark.line())))
                .orElseGet(() -> ErrorLine.anywhere(log));
    }

    /** Maven's banner says nothing; what it stands above does. */
    private static int compilerWords(Log log, int mark) {
        boolean banner = log.lines().get(mark).contains("COMPILATION ERROR");
        return banner ? ErrorLine.below(log, mark).orElse(mark) : mark;
    }

    private static Optional<String> error(Log log, Optional<Mark> test, OptionalInt line) {
        return test.flatMap(mark -> Optional.ofNullable(mark.error()))
                .or(() -> line.isPresent() ? Optional.of(log.lines().get(line.getAsInt())) : test.map(Mark::name))
                .or(() -> log.lines().reversed().stream()
                        .filter(text -> !text.isBlank())
                        .findFirst())
                .map(text -> Log.cut(text.strip(), Excerpt.WIDTH));
    }

    private static List<Integer> failing(List<Mark> tests, Optional<Mark> first, OptionalInt error) {
        List<Integer> lines = new ArrayList<>();
        first.ifPresent(mark -> lines.add(mark.line()));
        error.ifPresent(lines::add);
        tests.forEach(mark -> lines.add(mark.line()));
        return lines;
    }
}
