package dev.wakeful.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.Connection;
import dev.wakeful.cli.Ran;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demonstration with a real child process that plays the system, a real repository and real checks. */
class DemoIT {

    @TempDir
    Path home;

    @TempDir
    Path data;

    @BeforeEach
    void begin() throws IOException {
        Path target = Files.createDirectories(home.resolve("standalone/target"));
        jar(target.resolve("standalone-0.1.0-SNAPSHOT.jar"));
        System.setProperty("wakeful.home", home.toString());
        as("honest");
    }

    @AfterEach
    void end() throws IOException {
        System.clearProperty("wakeful.home");
        System.clearProperty("wakeful.jvm");
        child().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void theMainJobSucceedsAndLeavesNothingBehind() throws IOException {
        Ran ran = demo("-o", "json");

        assertThat(ran.err()).contains("watching", "history", "not ok 20", "accepted", "decided", "settled");
        assertThat(ran.json().path("objections")).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.json().path("culprit").asString())
                .isEqualTo(ran.json().path("expectedCulprit").asString())
                .hasSize(40);
        assertThat(ran.json().path("costMicros").asLong()).isEqualTo(7);
        assertThat(child()).isEmpty();
        assertThat(data.resolve("connection.json")).doesNotExist();
        assertThat(Path.of(ran.json().path("repository").asString())).doesNotExist();
        assertThat(options()).contains("--exit-with, " + ProcessHandle.current().pid());
    }

    /** VER-5: the command looks for itself. */
    @Test
    void aSystemThatOnlyClaimsToHaveMendedItIsFoundOut() {
        as("liar");

        Ran ran = demo();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("not so: Run again by this command, the check is not green on the head.");
    }

    @Test
    void aSystemThatDoesNothingEndsWithATimeoutThatSaysWhereItStood() throws IOException {
        as("silent");

        Ran ran = Ran.wakeful("demo", "--timeout", "4", "--data", data.toString());

        assertThat(ran.exit()).isEqualTo(124);
        assertThat(ran.err()).containsPattern("Not finished after 4 s\\. It stood at: \\S+");
        assertThat(child()).isEmpty();
    }

    @Test
    void aSystemThatDoesNotStartIsToldWithItsLastWords() {
        as("broken");

        Ran ran = demo();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("ended while it started", "The port is taken", "wakeful doctor");
    }

    @Test
    void whatIsKeptKeepsRunning() throws IOException {
        Ran ran = demo("--keep", "-o", "json");

        assertThat(ran.exit()).isZero();
        assertThat(child()).hasSize(1);
        assertThat(options()).doesNotContain("--exit-with");
        Path repository = Path.of(ran.json().path("repository").asString());
        assertThat(repository).exists();
        assertThat(ran.err())
                .contains(
                        "still running",
                        "kill " + child().findFirst().orElseThrow().pid());
        new Workplace(repository.resolve("..").normalize()).remove();
        assertThat(repository).doesNotExist();
    }

    @Test
    void aDirectoryInUseIsRefused() throws IOException {
        new Connection(
                        URI.create("http://127.0.0.1:1"),
                        URI.create("http://127.0.0.1:2"),
                        URI.create("http://127.0.0.1:3"),
                        "t",
                        "s",
                        ProcessHandle.current().pid())
                .write(data);

        Ran ran = demo();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("is running on " + data + " already");
    }

    @Test
    void withoutABuiltSystemItSaysHowToBuildIt() {
        System.setProperty("wakeful.home", data.toString());

        Ran ran = Ran.wakeful("demo");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("not built", "./wakeful demo");
    }

    /** Bounded more tightly than by default; the last one given counts. */
    private Ran demo(String... options) {
        Stream<String> all = Stream.of(Stream.of("demo", "--timeout", "90"), Stream.of(options))
                .flatMap(each -> each);
        return Ran.on(data, all.toArray(String[]::new));
    }

    private static void as(String role) {
        System.setProperty("wakeful.jvm", "-XX:TieredStopAtLevel=1 -Dfake.role=" + role);
    }

    private Stream<ProcessHandle> child() throws IOException {
        if (!Files.exists(data.resolve("pid"))) {
            return Stream.empty();
        }
        long pid = Long.parseLong(options().split(" ", 2)[0]);
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).stream();
    }

    private String options() throws IOException {
        return Files.readString(data.resolve("pid"));
    }

    /** A jar that holds nothing but the way to the fake. */
    private static void jar(Path file) throws IOException {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeSystem.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.flush();
        }
    }
}
