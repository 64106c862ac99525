package dev.wakeful.autodev.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.mutation.PitCommand.Line;
import dev.wakeful.autodev.mutation.Targets.Source;
import dev.wakeful.autodev.report.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VER-3: the line that is run; what is from outside is only ever data in it. */
class PitCommandTest {

    private static final List<Path> PIT =
            List.of(Path.of("/pit/pitest-1.jar"), Path.of("/pit/pitest-junit5-plugin-1.jar"));

    @TempDir
    Path repository;

    private static Line line(TestRun tests) {
        return new PitCommand(
                        Path.of("/tree"),
                        "shop/",
                        List.of(new Source("shop/src/main/java/a/B.java", "shop/", "a.B", Set.of(1))),
                        tests,
                        PIT)
                .line();
    }

    private static String text(List<String> classPath, String... classes) {
        Line line = line(new TestRun(classPath, Optional.of("/jdk"), List.of(classes)));
        assertThat(line).isInstanceOf(Line.Ready.class);
        return ((Line.Ready) line).text();
    }

    private String jar(String artifact) throws IOException {
        Path jar = repository.resolve("org/junit/platform/" + artifact + "/6.0.3/" + artifact + "-6.0.3.jar");
        Files.createDirectories(jar.getParent());
        return Files.writeString(jar, "").toString();
    }

    @Test
    void theTestsSeeTheirOwnJarsBeforeThoseOfPit() throws IOException {
        String engine = jar("junit-platform-engine");
        String launcher = jar("junit-platform-launcher");

        assertThat(text(List.of("/tree/shop/target/classes", engine), "a.Odd", "a.BTest"))
                .startsWith("cd './shop/' && rm -rf target/wakeful-mutation && exec '/jdk/bin/java' '-cp' "
                        + "'/tree/shop/target/test-classes:/tree/shop/target/classes:" + engine + ":" + launcher
                        + ":/pit/pitest-1.jar:/pit/pitest-junit5-plugin-1.jar'")
                .contains("'--targetClasses' 'a.B,a.B$*'")
                .contains("'--targetTests' '*Test,*Tests,*TestCase,*.Test*,a.Odd'");
    }

    @Test
    void withoutTheLauncherOfItsJUnitThereIsNone() throws IOException {
        Line line = line(new TestRun(List.of(jar("junit-platform-engine")), Optional.empty(), List.of()));

        assertThat(line)
                .isInstanceOfSatisfying(
                        Line.Impossible.class,
                        none -> assertThat(none.why()).contains("junit-platform-launcher-6.0.3.jar"));
    }

    @Test
    void olderTestsNeedNoPlugin() {
        assertThat(text(List.of("/m2/junit-4.13.2.jar")))
                .doesNotContain("junit5")
                .contains("pitest-1.jar");
    }

    @Test
    void aPathIsNeverACommand() {
        assertThat(text(List.of("/a'; touch /evil; '")))
                .contains("'/tree/shop/target/test-classes:/tree/shop/target/classes:/a'\\''; touch /evil; '\\'':");
    }

    @Test
    void aClassPathThatIsTooLongIsNone() {
        List<String> many = IntStream.range(0, 3_000)
                .mapToObj(i -> "/repository/with/some/long/path/to/a/jar/of/the/number/" + i)
                .toList();

        assertThat(line(new TestRun(many, Optional.empty(), List.of()))).isInstanceOf(Line.Impossible.class);
    }
}
