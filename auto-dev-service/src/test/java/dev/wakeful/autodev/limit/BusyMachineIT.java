package dev.wakeful.autodev.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.AutoDevTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** LIM-1: memory of the machine. */
@AutoDevTest
class BusyMachineIT {

    @Autowired
    private Room room;

    @Autowired
    private QuietMachine machine;

    @Test
    void whileMemoryIsShortNoSwarmBeginsAndThoseThatHaveGoOn() {
        machine.memory.set(81);
        assertThat(room.isThereFor("swarm new", false)).isFalse();
        assertThat(room.isThereFor("swarm begun", true)).isTrue();

        machine.memory.set(80);
        assertThat(room.isThereFor("swarm new", false)).isTrue();
    }
}
