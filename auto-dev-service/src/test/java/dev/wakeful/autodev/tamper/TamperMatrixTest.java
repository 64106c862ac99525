package dev.wakeful.autodev.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.autodev.workspace.FileChange.Side;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** VER-3: every rule in every language. A cell without a sample is a failure unless it says why there is nothing to find. */
class TamperMatrixTest {

    private static final List<String> LANGUAGES = List.of("java", "javascript", "python", "go", "rust", "c", "shell");
    private static final List<String> RULES = List.of(
            "test-file-deleted",
            "test-removed",
            "test-commented-out",
            "test-disabled",
            "test-left-early",
            "tests-narrowed",
            "tests-excluded",
            "module-removed",
            "check-command-changed",
            "assertion-removed",
            "assertion-loosened",
            "assertion-trivial",
            "expectation-changed",
            "error-swallowed",
            "tolerance-widened",
            "timeout-raised",
            "retries-raised",
            "retries-added",
            "failure-ignored",
            "threshold-loosened",
            "suppression-added",
            "coverage-excluded",
            "runner-changed");

    private static final Map<String, Map<String, Object>> MATRIX = read();

    record Cell(String language, String rule, Map<?, ?> told, Map<String, Object> common) {

        @Override
        public String toString() {
            return rule + " in " + language;
        }

        boolean isSample() {
            return !told.isEmpty() && !told.containsKey("none");
        }

        private String path() {
            return text(told.containsKey("file") ? told.get("file") : common.get("file"));
        }

        private String before() {
            return text(told.containsKey("before") ? told.get("before") : common.get("text"));
        }

        private static String text(@Nullable Object told) {
            return (String) Objects.requireNonNull(told);
        }

        private String after() {
            if (told.containsKey("deleted")) {
                return "";
            }
            if (told.get("replace") instanceof List<?> pair) {
                assertThat(before()).as("%s", this).contains(text(pair.get(0)));
                return before().replace(text(pair.get(0)), text(pair.get(1)));
            }
            return text(told.get("after"));
        }

        List<Suspicion> hits() {
            return TamperGuard.inspect(List.of(new FileChange(side(before()), side(after()))), List.of());
        }

        private Optional<Side> side(String text) {
            return text.isEmpty() ? Optional.empty() : FileChange.text(path(), text);
        }
    }

    private static Map<String, Map<String, Object>> read() {
        try (InputStream in =
                Objects.requireNonNull(TamperMatrixTest.class.getResourceAsStream("/tamper/matrix.yaml"))) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<Cell> cells() {
        return LANGUAGES.stream()
                .flatMap(language -> RULES.stream().map(rule -> {
                    Map<String, Object> common = MATRIX.getOrDefault(language, Map.of());
                    Map<?, ?> all = common.get("cells") instanceof Map<?, ?> cells ? cells : Map.of();
                    Map<?, ?> told = all.get(rule) instanceof Map<?, ?> cell ? cell : Map.of();
                    return new Cell(language, rule, told, common);
                }));
    }

    static List<Cell> samples() {
        return cells().filter(Cell::isSample).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itIsFoundInThatLanguage(Cell cell) {
        assertThat(cell.hits()).extracting(Suspicion::rule).contains(cell.rule());
    }

    @Test
    void noCellIsEmptyWithoutAReason() {
        assertThat(cells().filter(cell -> !cell.isSample()))
                .allSatisfy(cell -> assertThat(String.valueOf(cell.told().get("none")))
                        .as("%s", cell)
                        .hasSizeGreaterThan(20));
        assertThat(MATRIX.keySet()).containsExactlyElementsOf(LANGUAGES);
        MATRIX.forEach((language, told) -> assertThat(((Map<?, ?>) Objects.requireNonNull(told.get("cells"))).keySet())
                .as(language)
                .map(String::valueOf)
                .containsExactlyInAnyOrderElementsOf(RULES));
    }

    /** A rule about lines that is new has its row too. */
    @Test
    void everyRuleAboutLinesHasItsRow() {
        assertThat(RULES)
                .containsAll(LineRule.ALL.stream().map(LineRule::id).distinct().toList());
    }
}
