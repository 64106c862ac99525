package dev.wakeful.autodev.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** HUNT-1 */
class DetectionTest {

    private static List<String> commands(Map<String, String> files) {
        return Detection.of(List.copyOf(files.keySet()), name -> Optional.ofNullable(files.get(name))).steps().stream()
                .map(step -> step.name() + ": " + step.run())
                .toList();
    }

    @Test
    void eachBuildToolHasItsCommands() {
        assertThat(commands(Map.of("pom.xml", "")))
                .containsExactly("build: mvn -B -q test-compile", "tests: mvn -B test");
        assertThat(commands(Map.of("pom.xml", "", "mvnw", ""))).contains("tests: ./mvnw -B test");
        assertThat(commands(Map.of("build.gradle.kts", "", "gradlew", ""))).contains("tests: ./gradlew test");
        assertThat(commands(Map.of("Cargo.toml", ""))).contains("tests: cargo test");
        assertThat(commands(Map.of("go.mod", ""))).contains("tests: go test ./...");
        assertThat(commands(Map.of("package.json", "{\"scripts\":{\"test\":\"jest\"}}", "package-lock.json", "")))
                .containsExactly("tests: npm ci --no-audit --no-fund && npm test");
        assertThat(commands(Map.of("Makefile", "all:\ncheck: all\n")))
                .containsExactly("build: make", "tests: make check");
    }

    @Test
    void nothingIsMadeUp() {
        assertThat(commands(Map.of("README.md", ""))).isEmpty();
        assertThat(commands(Map.of(
                        "package.json", "{\"scripts\":{\"test\":\"echo 'Error: no test specified' && exit 1\"}}")))
                .isEmpty();
        assertThat(commands(Map.of("package.json", "{broken"))).isEmpty();
        assertThat(commands(Map.of("Makefile", "test := 1\nall:\n"))).containsExactly("build: make");
    }
}
