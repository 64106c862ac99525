package dev.wakeful.autodev.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: DEV-4, LIM-1. */
class ShellIT {

    private static final Bounds BOUNDS = new Bounds(1024, 4096, 10240, 4096, Duration.ofHours(1), 10, 1);

    private static final Vigil NOBODY = new Vigil() {
        @Override
        public void started(Process process, Instant at) {}

        @Override
        public void tick() {}
    };

    @TempDir
    Path directory;

    private final Shell shell = new Shell(Clock.systemUTC(), BOUNDS);
    private Place place;

    @BeforeEach
    void makePlace() throws Exception {
        place = new Place(
                "swarm-test:" + System.nanoTime(),
                Files.createDirectories(directory.resolve("tree")),
                Files.createDirectories(directory.resolve("home")),
                Files.createDirectories(directory.resolve("tmp")));
    }

    /** Whoever removes a test's directory warns of every link out of it. */
    @AfterEach
    void removeLinks() throws Exception {
        Files.deleteIfExists(directory.resolve("1.log"));
    }

    @Test
    void theEnvironmentIsOnlyWhatIsAllowed() {
        Ended ended = run("env | cut -d= -f1 | sort | tr '\\n' ' '", Duration.ofMinutes(1));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.tail().split(" "))
                .contains("HOME", "TMPDIR", "PATH", "CI", "GIT_TERMINAL_PROMPT")
                .isSubsetOf(
                        "HOME",
                        "TMPDIR",
                        "PATH",
                        "CI",
                        "GIT_TERMINAL_PROMPT",
                        "GIT_CONFIG_GLOBAL",
                        "GIT_CONFIG_NOSYSTEM",
                        "GIT_ATTR_NOSYSTEM",
                        "GIT_LFS_SKIP_SMUDGE",
                        "WAKEFUL_SWARM",
                        "JAVA_HOME",
                        "LANG",
                        "LC_ALL",
                        "TZ",
                        "PWD",
                        "OLDPWD",
                        "SHLVL",
                        "_");
        assertThat(run("echo $HOME; cat; tty", Duration.ofMinutes(1)).tail())
                .contains(place.home().toString())
                .contains("not a tty");
    }

    /** STOP-4: the system itself comes first when builds keep the processor busy. */
    @Test
    void itStandsBackForTheSystem() throws Exception {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        int own = Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);

        assertThat(run("nice", Duration.ofMinutes(1)).tail())
                .isEqualToIgnoringWhitespace(Integer.toString(Math.min(19, own + 10)));
    }

    @Test
    void onlyTheEndOfALongOutputIsShownAndAllOfItLogged() throws Exception {
        Ended ended =
                run("i=0; while [ $i -lt 10000 ]; do echo line $i; i=$((i+1)); done; exit 3", Duration.ofMinutes(1));

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.tail()).endsWith("line 9999").hasSizeLessThanOrEqualTo(Tail.CHARACTERS);
        assertThat(Files.readAllLines(directory.resolve("1.log"))).hasSize(10_000);
    }

    @Test
    void aLogHasALimit() {
        run("yes | head -c 20000000", Duration.ofMinutes(1));

        assertThat(directory.resolve("1.log").toFile().length()).isBetween(8L << 20, (8L << 20) + 100);
    }

    /** Bad input of issue 4, a full disk in the middle: no word of the command counts, and nobody waits for its time limit. */
    @Test
    void aDiskThatTakesNoMoreOfTheLogEndsTheCommandWithThatReason() throws Exception {
        Files.createSymbolicLink(directory.resolve("1.log"), Path.of("/dev/full"));
        long began = System.nanoTime();

        assertThatThrownBy(() -> run("yes | head -c 5000000; sleep 100", Duration.ofMinutes(5)))
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining("free some space")
                .hasMessageContaining("1.log")
                .hasRootCauseMessage("No space left on device");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
        nothingIsLeft();
    }

    /** The same, of what is talked with: it is drained, so its last words are not what is in the way. */
    @Test
    void aDiskThatTakesNoMoreOfATranscriptEndsTheDialogueWithThatReason() throws Exception {
        Files.createSymbolicLink(directory.resolve("1.log"), Path.of("/dev/full"));
        Dialogue dialogue = new Dialogue(Clock.systemUTC(), BOUNDS);
        Command command = new Command("agent", place, this::bare, directory.resolve("1.log"), Duration.ofMinutes(5));

        assertThatThrownBy(() -> dialogue.hold(
                        List.of("/bin/sh", "-c", "yes | head -c 5000000; sleep 100"), command, NOBODY, new Listener()))
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining("no fault of the change");
        nothingIsLeft();
    }

    /** Whoever reads does so to the end, whatever becomes of the log. */
    @Test
    void outputIsDrainedWithoutALog() throws Exception {
        Path full = Files.createSymbolicLink(directory.resolve("1.log"), Path.of("/dev/full"));
        Process speaker = new ProcessBuilder("sh", "-c", "yes | head -c 5000000; echo the end").start();

        try (Output output = new Output(speaker.getInputStream(), new Log(full, () -> {}))) {
            assertThat(speaker.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThatThrownBy(output::tail).isInstanceOf(DiskFull.class);
        }
    }

    private static final class Listener implements Partner {

        @Override
        public List<String> opening() {
            return List.of();
        }

        @Override
        public List<String> heard(String line) {
            return List.of();
        }

        @Override
        public boolean keepsTalking() {
            return true;
        }

        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public List<String> farewell() {
            return List.of();
        }
    }

    @Test
    void whatIgnoresItsEndIsEndedAllTheSame() {
        Ended ended = run("trap '' TERM INT HUP; while true; do sleep 1; done", Duration.ofMillis(300));

        assertThat(ended.exitCode()).isEqualTo(Ended.CUT);
        nothingIsLeft();
    }

    @Test
    void whatForksAwayIsEndedTooAndHoldsNobodyUp() {
        String daemon = "trap '' TERM HUP; while true; do sleep 0.2; done";
        Ended ended =
                run("setsid sh -c \"" + daemon + "\" & (sh -c \"" + daemon + "\" &) ; exit 0", Duration.ofMinutes(1));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.duration()).isLessThan(Duration.ofSeconds(30));
        nothingIsLeft();
    }

    @Test
    void aCommandThatIsNotThereIsTold() {
        Ended ended = run("no-such-command", Duration.ofMinutes(1));

        assertThat(ended.couldNotRun()).isTrue();
        assertThat(ended.tail()).contains("not found");
    }

    @Test
    void whoCannotWatchOverItEndsIt() {
        Vigil lost = new Vigil() {
            @Override
            public void started(Process process, Instant at) {
                throw new IllegalStateException("lost");
            }

            @Override
            public void tick() {}
        };

        assertThatThrownBy(() -> shell.run(
                        new Command("sleep 100", place, this::bare, directory.resolve("1.log"), Duration.ofMinutes(1)),
                        lost))
                .hasMessage("lost");
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        assertThat(ProcessHandle.allProcesses().filter(ProcessHandle::isAlive))
                .noneMatch(process -> Family.of(place).includes(process.pid()));
    }

    private ProcessBuilder bare(List<String> argv) {
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(place.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(place.environment());
        return builder;
    }

    private Ended run(String line, Duration limit) {
        return shell.run(new Command(line, place, this::bare, directory.resolve("1.log"), limit), NOBODY);
    }
}
