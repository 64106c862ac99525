package dev.wakeful.autodev.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.autodev.WorkspaceProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Row 19: no new swarm begins on a disk that is nearly full; a person is told once. */
@ExtendWith(OutputCaptureExtension.class)
class DiskTest {

    private final AtomicLong left = new AtomicLong();
    private final Disk disk = new Disk(
            new FreeSpace(new AutoDevProperties(
                    Path.of("."), URI.create("http://127.0.0.1"), Duration.ofMinutes(1), Duration.ofMinutes(1))) {
                @Override
                public long bytes() {
                    return left.get();
                }
            },
            new WorkspaceProperties(Duration.ZERO, 1, 1000, Duration.ofDays(1)));

    @Test
    void newSwarmsWaitWhileThereIsLessThanTheLeast(CapturedOutput output) {
        left.set(999);
        assertThat(disk.hasRoom()).isFalse();
        assertThat(disk.hasRoom()).isFalse();
        left.set(1000);
        assertThat(disk.hasRoom()).isTrue();

        assertThat(output.getAll().split("new swarms wait", -1)).hasSize(2);
        assertThat(output.getAll()).contains("999 bytes left", "new swarms begin");
    }

    @Test
    void aDirectoryThatIsNotThereYetIsOnTheDiskOfItsParent() {
        FreeSpace real = new FreeSpace(new AutoDevProperties(
                Path.of("target/not/there"),
                URI.create("http://127.0.0.1"),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1)));

        assertThat(real.bytes()).isBetween(1L, Long.MAX_VALUE - 1);
    }
}
