package dev.wakeful.autodev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.autodev.process.Bounds;
import dev.wakeful.autodev.process.DiskFull;
import dev.wakeful.autodev.process.Ended;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that use too much are ended, with a reason that is not "the check is red" (DEV-4, needs row 21). */
class BoundsIT {

    @TempDir
    Path directory;

    /** Needs row 21: bad input of issue 4, an agent that forks. */
    @Test
    void aForkBombIsEnded() throws Exception {
        Ended ended = run(
                new Bounds(60, 2048, 4096, 4096, Duration.ofMinutes(10), 10, 1),
                "i=0; while [ $i -lt 300 ]; do sleep 60 & i=$((i+1)); done; wait");

        assertThat(ended.couldNotRun() || ended.tail().contains("fork")).isTrue();
        assertThat(ended.duration()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aRealForkBombIsEndedToo() throws Exception {
        Ended ended =
                run(new Bounds(200, 2048, 4096, 4096, Duration.ofMinutes(10), 10, 1), "b() { b | b & }; b; sleep 60");

        assertThat(ended.exitCode()).isEqualTo(Ended.PREVENTED);
        assertThat(ended.tail()).contains("(wakeful.auto-dev.sandbox.limits.processes)");
    }

    /** Needs row 21: bad input of issue 4, an agent that fills the disk. */
    @Test
    void whoFillsTheDiskIsEnded() throws Exception {
        Ended ended = run(
                new Bounds(200, 2048, 64, 4096, Duration.ofMinutes(10), 10, 1),
                "i=0; while [ $i -lt 60 ]; do head -c 20000000 /dev/zero > $i; i=$((i+1)); sleep 0.05; done; sleep 60");

        assertThat(ended.exitCode()).isEqualTo(Ended.PREVENTED);
        assertThat(ended.tail()).contains("more than 64 (wakeful.auto-dev.sandbox.limits.disk-mb)");
    }

    @Test
    void aDiskThatIsAlmostFullIsNoFaultOfTheChange() throws Exception {
        assertThatThrownBy(() ->
                        run(new Bounds(200, 2048, 64, 4096, Duration.ofMinutes(10), 10, Integer.MAX_VALUE), "sleep 60"))
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining("This is no fault of the change")
                .hasMessageContaining("(wakeful.auto-dev.sandbox.limits.free-mb)");
    }

    @Test
    void whoUsesTooMuchMemoryIsEnded() throws Exception {
        Ended ended = run(new Bounds(200, 100, 4096, 4096, Duration.ofMinutes(10), 10, 1), "tail /dev/zero; sleep 60");

        assertThat(ended.exitCode()).isEqualTo(Ended.PREVENTED);
        assertThat(ended.tail()).contains("(wakeful.auto-dev.sandbox.limits.memory-mb)");
    }

    @Test
    void whoUsesTooMuchProcessorTimeIsEnded() throws Exception {
        Ended ended = run(busyFor(1), "while :; do :; done");

        assertThat(ended.exitCode()).isEqualTo(Ended.PREVENTED);
        assertThat(ended.tail())
                .contains("s of processor time, more than 1 (wakeful.auto-dev.sandbox.limits.cpu-time)");
    }

    /** Each child ends long before a limit of its own would, whether somebody waits for it or not; what they use is their command's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "while :; do timeout 0.2 sh -c 'while :; do :; done'; done",
                "trap '' CHLD; while :; do (setsid timeout 0.4 sh -c 'while :; do :; done' &); sleep 0.2; done",
                "for i in 1 2 3 4; do sh -c 'while :; do :; done' & done; wait"
            })
    void aCommandThatForksDoesNotEscapeThat(String line) throws Exception {
        Ended ended = run(busyFor(2), line);

        assertThat(ended.exitCode()).isEqualTo(Ended.PREVENTED);
        assertThat(ended.tail()).contains("(wakeful.auto-dev.sandbox.limits.cpu-time)");
    }

    /** Waiting costs nothing. */
    @Test
    void whoOnlyWaitsUsesNoProcessorTime() throws Exception {
        assertThat(run(busyFor(1), "sleep 1.5; echo rested").tail()).isEqualTo("rested");
    }

    private static Bounds busyFor(int seconds) {
        return new Bounds(200, 2048, 4096, 4096, Duration.ofSeconds(seconds), 10, 1);
    }

    @Test
    void aFileHasALimit() throws Exception {
        Ended ended = run(
                new Bounds(200, 100, 4096, 1, Duration.ofMinutes(10), 10, 1),
                "head -c 5000000 /dev/zero > big; stat -c %s big");

        assertThat(ended.tail()).endsWith("1048576");
    }

    private Ended run(Bounds bounds, String line) throws Exception {
        try (Locked locked = new Locked(directory, bounds)) {
            return locked.run(line);
        }
    }
}
