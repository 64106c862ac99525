package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.autodev.workspace.FileChange;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A changed file with both its texts understood as code. An absent side is an empty text. */
record Inspected(
        String path,
        Set<FileKind> kinds,
        Language language,
        Code before,
        Code after,
        TestCase.Split testsBefore,
        TestCase.Split testsAfter) {

    static Inspected of(FileChange change) {
        String path = change.path();
        String oldPath = change.before().map(FileChange.Side::path).orElse(path);
        Language language = Language.of(path);
        Language oldLanguage = Language.of(oldPath);
        Set<FileKind> kinds = FileKind.of(path);
        kinds.addAll(FileKind.of(oldPath));
        Code before = Code.of(oldLanguage.syntax(), text(change.before()));
        Code after = Code.of(language.syntax(), text(change.after()));
        return new Inspected(
                path,
                kinds,
                language.knowsTests() ? language : oldLanguage,
                before,
                after,
                TestCase.in(oldLanguage, before),
                TestCase.in(language, after));
    }

    private static String text(Optional<FileChange.Side> side) {
        return side.flatMap(FileChange.Side::text).orElse("");
    }

    boolean isTest() {
        return kinds.contains(FileKind.TEST);
    }

    boolean isGone() {
        return after.text().isBlank();
    }

    boolean isNew() {
        return before.text().isBlank();
    }

    Difference code() {
        return Difference.of(before.lines(), after.lines());
    }

    Difference raw() {
        return Difference.of(before.rawLines(), after.rawLines());
    }

    /** What stands in comments now. */
    String comments() {
        Set<String> code = after.lines().stream().map(Line::key).collect(Collectors.toSet());
        return after.rawLines().stream()
                .map(Line::key)
                .filter(line -> !code.contains(line))
                .collect(Collectors.joining("\n"));
    }
}
