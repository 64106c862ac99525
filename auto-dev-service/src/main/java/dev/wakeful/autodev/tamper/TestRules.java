package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.autodev.tamper.TestPairs.Located;
import dev.wakeful.autodev.tamper.TestPairs.Pair;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tests that are gone, switched off or say less. A test that was moved or renamed is still there; new tests are welcome. */
final class TestRules {

    private final List<Inspected> files;
    private final TestPairs pairs;
    private final Set<String> moved;

    TestRules(List<Inspected> files) {
        this.files = files;
        this.pairs = TestPairs.of(files);
        this.moved = files.stream()
                .flatMap(file -> file.code().added().stream()
                        .filter(line ->
                                file.language().assertion().matcher(line.text()).find()))
                .map(Line::key)
                .collect(Collectors.toSet());
    }

    List<Suspicion> suspicions() {
        List<Suspicion> found = new ArrayList<>(gone());
        pairs.kept().stream().flatMap(pair -> compared(pair).stream()).forEach(found::add);
        files.stream()
                .filter(file -> file.isTest() || file.kinds().contains(FileKind.RUNNER))
                .flatMap(file -> rest(file).stream())
                .forEach(found::add);
        return found;
    }

    private List<Suspicion> gone() {
        Map<Inspected, List<Located>> byFile = pairs.gone().stream()
                .collect(Collectors.groupingBy(Located::file, LinkedHashMap::new, Collectors.toList()));
        List<Suspicion> found = new ArrayList<>();
        byFile.forEach((file, lost) -> {
            if (file.isGone()) {
                found.add(Hit.removed(
                        "test-file-deleted",
                        file.path(),
                        lost.getFirst().test().declaration(),
                        "The file is gone, and with it " + lost.size() + " test" + (lost.size() == 1 ? "" : "s") + ": "
                                + names(lost) + "."));
            } else {
                String comments = file.comments();
                lost.forEach(each -> found.add(removed(file, comments, each.test())));
            }
        });
        files.stream()
                .filter(file -> file.isTest()
                        && file.isGone()
                        && !file.isNew()
                        && file.testsBefore().tests().isEmpty())
                .map(file -> Hit.file("test-file-deleted", file.path(), "A file of the tests is gone."))
                .forEach(found::add);
        return found;
    }

    private static String names(List<Located> lost) {
        return lost.stream().limit(5).map(each -> each.test().name()).collect(Collectors.joining(", "))
                + (lost.size() > 5 ? ", …" : "");
    }

    private static Suspicion removed(Inspected file, String comments, TestCase test) {
        return comments.contains(test.name())
                ? Hit.removed("test-commented-out", file.path(), test.declaration(), "The test is a comment now.")
                : Hit.removed("test-removed", file.path(), test.declaration(), "The test is gone.");
    }

    private List<Suspicion> compared(Pair pair) {
        Inspected file = pair.after().file();
        TestCase before = pair.before().test();
        TestCase after = pair.after().test();
        List<Suspicion> found =
                new ArrayList<>(new TestComparison(file, before.lines(), after.lines(), moved).suspicions());
        LeftEarly.returns(file, before, after).forEach(found::add);
        return found;
    }

    /** What stands outside of tests in a file of tests: set-up, helpers, marks on all tests of a class; a new one that runs around all tests is no new test. */
    private List<Suspicion> rest(Inspected file) {
        return file.isGone()
                ? List.of()
                : new TestComparison(
                                file,
                                file.testsBefore().rest(),
                                file.testsAfter().rest(),
                                moved)
                        .suspicions().stream()
                                .filter(hit -> !file.isNew()
                                        || file.kinds().contains(FileKind.RUNNER)
                                        || hit.rule().equals("error-swallowed"))
                                .toList();
    }
}
