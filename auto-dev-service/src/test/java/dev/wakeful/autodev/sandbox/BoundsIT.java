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
