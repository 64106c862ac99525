package dev.wakeful.commandcenter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.Event;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final SwarmId SWARM = new SwarmId("swarm-1");

    @Test
    void aSummaryIsOneSentenceOnOneLine() {
        Event progressed =
                new SwarmEvent.Progressed(SWARM, new TaskId("task-1"), "bisecting", "6 revisions\n are left ");

        assertThat(Summary.of(progressed)).isEqualTo("6 revisions are left.");
    }

    @Test
    void aDenialSaysWhoRefusedAndUntilWhen() {
        Event denied = new BudgetEvent.Denied(
                SWARM, Money.dollars(5), "day:2026-11-20", Money.ZERO, Instant.parse("2026-11-21T00:00:00Z"));

        assertThat(Summary.of(denied))
                .isEqualTo("$5.00 denied: day:2026-11-20 has $0.00 left until 2026-11-21 00:00 UTC.");
    }

    @Test
    void nulInALogIsReplacedAndABackslashBeforeItsNameIsNot() {
        Event hostile = new SwarmEvent.Progressed(SWARM, new TaskId("task-1"), "a\u0000b", "c:\\u0000 \\\u0000");

        SwarmEvent.Progressed storable = (SwarmEvent.Progressed) Storable.of(hostile);

        assertThat(storable.step()).isEqualTo("a\uFFFDb");
        assertThat(storable.message()).isEqualTo("c:\\u0000 \\\uFFFD");
    }
}
