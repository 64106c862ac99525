package dev.wakeful.autodev.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** LIM-1: new work begins only while the machine has room; a person is told once. */
@ExtendWith(OutputCaptureExtension.class)
class MachineTest {

    private final QuietMachine use = new QuietMachine();
    private final Machine machine =
            new Machine(use, new LimitProperties(20, 50, 5, 30, Duration.ofSeconds(10), 80, 70));

    @Test
    void noWorkBeginsWhileMemoryIsShort(CapturedOutput output) {
        use.memory.set(81);
        assertThat(machine.hasRoom(0)).isFalse();
        assertThat(machine.hasRoom(1)).isFalse();
        use.memory.set(80);
        assertThat(machine.hasRoom(1)).isTrue();

        assertThat(output.getAll().split("new work waits", -1)).hasSize(2);
        assertThat(output.getAll()).contains("81 % of the memory", "new work begins");
    }

    @Test
    void busyProcessorsHoldBackAllButTheOnlyOne() {
        use.processor.set(71);
        assertThat(machine.hasRoom(1)).isFalse();
        assertThat(machine.hasRoom(0)).isTrue();
        use.processor.set(70);
        assertThat(machine.hasRoom(1)).isTrue();
    }
}
