package dev.wakeful.autodev.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.report.Mutant;
import dev.wakeful.autodev.report.Mutant.Fate;
import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** VER-3 */
class MutationGuardTest {

    private static final String PATH = "src/main/java/Cart.java";
    private static final List<FileChange> CHANGES = List.of(new FileChange(
            Optional.empty(), FileChange.text(PATH, "class Cart {\n  boolean big(int x) {\n    return x > 10;\n")));

    @Test
    void oneLineIsOneHitWithItsTextAndWhatWasChanged() {
        List<Suspicion> hits = MutationGuard.inspect(
                CHANGES,
                List.of(
                        new Mutant(PATH, 3, "negated conditional", Fate.NOT_COVERED),
                        new Mutant(PATH, 3, "changed conditional boundary", Fate.SURVIVED),
                        new Mutant(PATH, 2, "removed call", Fate.NOT_COVERED)));

        assertThat(hits)
                .containsExactly(
                        new Suspicion(
                                "mutation-not-covered",
                                PATH,
                                2,
                                "+boolean big(int x) {",
                                "No test runs it; nothing noticed: removed call."),
                        new Suspicion(
                                "mutation-survived",
                                PATH,
                                3,
                                "+return x > 10;",
                                "No test notices when it does something else: negated conditional; changed conditional boundary."));
    }

    @Test
    void theyAreNoMoreThanAPersonReads() {
        List<Suspicion> hits = MutationGuard.inspect(
                CHANGES,
                IntStream.rangeClosed(1, 30)
                        .mapToObj(line -> new Mutant(PATH, line, "x", Fate.SURVIVED))
                        .toList());

        assertThat(hits).hasSize(MutationGuard.MOST + 1);
        assertThat(hits.getLast().why()).startsWith("10 more touched lines");
    }
}
