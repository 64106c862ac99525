package dev.wakeful.autodev.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.autodev.limit.MachineUse.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MachineUseTest {

    @TempDir
    private Path files;

    @Test
    void cachedFilesAreNotInUse() throws IOException {
        Path meminfo = Files.writeString(files.resolve("meminfo"), """
                MemTotal:       1000 kB
                MemFree:          50 kB
                MemAvailable:    400 kB
                """);

        assertThat(Memory.ofMachine(meminfo))
                .hasValueSatisfying(memory -> assertThat(memory.percent()).isEqualTo(60));
        assertThat(Memory.ofMachine(files.resolve("nothing"))).isEmpty();
    }

    @Test
    void aContainerHasWhatItsControlGroupGivesIt() throws IOException {
        Files.writeString(files.resolve("memory.max"), "1000\n");
        Files.writeString(files.resolve("memory.current"), "950\n");
        Files.writeString(files.resolve("memory.stat"), "anon 700\ninactive_file 200\nfile 240\n");

        assertThat(Memory.ofContainer(files))
                .hasValueSatisfying(memory -> assertThat(memory.percent()).isEqualTo(75));
        Files.writeString(files.resolve("memory.max"), "max\n");
        assertThat(Memory.ofContainer(files)).isEmpty();
    }

    @Test
    void aFileThatDoesNotTellIsNoAnswer() throws IOException {
        Path meminfo = Files.writeString(files.resolve("meminfo"), "MemTotal: 1000 kB\n");

        assertThatThrownBy(() -> Memory.ofMachine(meminfo)).isInstanceOf(IOException.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineTells() {
        assertThat(new MachineUse().memoryPercent()).isBetween(1, 99);
    }

    @Test
    void theAverageForgetsWithinMinutes() {
        MinuteAverage average = new MinuteAverage();
        for (int n = 0; n < 12; n++) {
            average.add(100, Duration.ofSeconds(5));
        }
        assertThat(average.value()).isBetween(62, 64);
        for (int n = 0; n < 60; n++) {
            average.add(100, Duration.ofSeconds(5));
        }
        assertThat(average.value()).isBetween(99, 100);
        for (int n = 0; n < 60; n++) {
            average.add(0, Duration.ofSeconds(5));
        }
        assertThat(average.value()).isBetween(0, 1);
    }
}
