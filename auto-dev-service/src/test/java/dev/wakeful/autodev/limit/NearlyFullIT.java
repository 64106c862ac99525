package dev.wakeful.autodev.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.AutoDevTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Row 19: preflight of free space. */
@AutoDevTest
@TestPropertySource(properties = "wakeful.auto-dev.workspaces.least-free-bytes=9223372036854775807")
class NearlyFullIT {

    @Autowired
    private Room room;

    @Test
    void onANearlyFullDiskNoSwarmBeginsAndThoseThatHaveGoOn() {
        assertThat(room.isThereFor("swarm new", false)).isFalse();
        assertThat(room.isThereFor("swarm begun", true)).isTrue();
    }
}
