package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** STATE-2: the same event, handled again from the same state, leads to the same identifiers. */
class DerivedTest {

    private static final Instant SAID = Instant.parse("2026-11-21T10:00:00Z");
    private static final EventId CAUSE = new EventId("event-1");

    @Test
    void theSameEventLeadsToTheSameIdentifiers() {
        assertThat(made("planner", CAUSE)).isEqualTo(made("planner", CAUSE)).doesNotHaveDuplicates();
    }

    @Test
    void anotherServiceOrEventLeadsToOthers() {
        assertThat(made("planner", CAUSE))
                .doesNotContainAnyElementsOf(made("budget", CAUSE))
                .doesNotContainAnyElementsOf(made("planner", new EventId("event-2")));
    }

    @Test
    void anAnswerIsKnownByItsId() {
        EventId answer = Derived.from("planner", CAUSE, SAID, () -> {
            EventId.make(SAID);
            return EventId.make(SAID);
        });

        assertThat(Derived.isAnswer(answer, "planner", CAUSE, 2)).isTrue();
        assertThat(Derived.isAnswer(answer, "planner", CAUSE, 1)).isFalse();
        assertThat(Derived.isAnswer(answer, "budget", CAUSE, 2)).isFalse();
        assertThat(Derived.isAnswer(EventId.make(SAID), "planner", CAUSE, 100)).isFalse();
        assertThat(Derived.isAnswer(new EventId("x"), "planner", CAUSE, 100)).isFalse();
    }

    private static List<String> made(String maker, EventId cause) {
        return Derived.from(maker, cause, SAID, () -> {
            Instant now = Instant.now();
            return List.of(
                    EventId.make(now).value(),
                    EventId.make(now).value(),
                    TaskId.make(now).value(),
                    SwarmId.make(now).value());
        });
    }
}
