package dev.wakeful.autodev.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.mutation.Targets.Source;
import dev.wakeful.autodev.report.Mutant;
import dev.wakeful.autodev.report.Mutant.Fate;
import dev.wakeful.autodev.workspace.FileChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** VER-3: which lines are probed, and that others never count. */
class TargetsTest {

    private static final String CART = "shop/src/main/java/shop/Cart.java";

    private static FileChange change(String path, String before, String after) {
        return new FileChange(
                before.isEmpty() ? Optional.empty() : FileChange.text(path, before), FileChange.text(path, after));
    }

    private static Targets targets(FileChange... changes) {
        return Targets.of(List.of(changes), 2, module -> true);
    }

    @Test
    void onlyTouchedLinesOfMainSourcesCount() {
        Targets targets = targets(
                change(
                        CART,
                        "class Cart {\n  int a = 1;\n  int b = 2;\n}\n",
                        "class Cart {\n  int a = 1;\n  int b = 3;\n}\n"),
                change("shop/src/test/java/shop/CartTest.java", "", "class CartTest {}\n"),
                change("README.md", "", "text\n"));

        assertThat(targets.sources()).singleElement().satisfies(source -> {
            assertThat(source.module()).isEqualTo("shop/");
            assertThat(source.name()).isEqualTo("shop.Cart");
            assertThat(source.lines()).containsExactly(3);
        });
        assertThat(targets.touch(new Mutant(CART, 3, "", Fate.SURVIVED))).isTrue();
        assertThat(targets.touch(new Mutant(CART, 2, "", Fate.SURVIVED))).isFalse();
        assertThat(targets.touch(new Mutant("src/main/java/shop/Cart.java", 3, "", Fate.SURVIVED)))
                .isFalse();
    }

    /** The same line once more is a touched line, though the text is not new. */
    @Test
    void aLineThatIsThereTwiceIsTouchedWhereItWasAdded() {
        assertThat(targets(change(CART, "a();\nb();\nc();\n", "a();\nb();\nc();\nb();\nd();\n"))
                        .sources()
                        .getFirst()
                        .lines())
                .containsExactly(4, 5);
    }

    @Test
    void whatIsOnlyIndentedOrCannotRunIsNotTouched() {
        assertThat(targets(change(
                                CART,
                                "package a;\nclass A {\nint b;\n}\n",
                                "package a;\n\nimport b.C;\n\n// why\nclass A {\n    int b;\n}\n"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aMovedFileIsComparedWithWhatItWas() {
        FileChange moved = new FileChange(
                FileChange.text("src/main/java/shop/Old.java", "class X {\n int a;\n}\n"),
                FileChange.text("src/main/java/shop/New.java", "class X {\n int a;\n int b;\n}\n"));

        assertThat(targets(moved).sources())
                .extracting(Source::path, Source::lines)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("src/main/java/shop/New.java", java.util.Set.of(3)));
    }

    @Test
    void whatIsNoModuleOfMavenIsLeftAloneAndTheRestIsBounded() {
        FileChange small = change("src/main/java/A.java", "", "int a;\n");
        FileChange large = change("src/main/java/B.java", "", "int a;\nint b;\n");
        FileChange medium = change("src/main/java/C.java", "", "int a;\nint b;\n");

        assertThat(Targets.of(List.of(small), 2, module -> false).isEmpty()).isTrue();
        assertThat(targets(small, large, medium).sources())
                .extracting(Source::name)
                .containsExactly("B", "C");
        assertThat(targets(small, large, medium).leftOut()).isEqualTo(1);
        assertThat(Survey.of(targets(small, large, medium), List.of()).note()).contains("1 more touched classes");
    }

    @Test
    void hugeFilesAreComparedToo() {
        String before = IntStream.range(0, 5_000).mapToObj(i -> "a(" + i + ");").collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 5_000)
                .mapToObj(i -> (i % 2 == 0 ? "b(" : "a(") + i + ");")
                .collect(Collectors.joining("\n"));

        assertThat(targets(change(CART, before, after)).sources().getFirst().lines())
                .hasSize(2_500)
                .contains(1, 3)
                .doesNotContain(2);
    }
}
