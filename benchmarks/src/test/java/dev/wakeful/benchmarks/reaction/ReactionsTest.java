package dev.wakeful.benchmarks.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.benchmarks.system.EventLog;
import dev.wakeful.benchmarks.system.JobFailure;
import dev.wakeful.benchmarks.system.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReactionsTest {

    private static final JobFailure FAILURE = new JobFailure(7, "bench-7", "bench/reflex", "a".repeat(40));
    private static final Trigger.Sent SENT = new Trigger.Sent(FAILURE, "idle", 1, 1_000, 3_000);

    @Test
    void aWebhookIsFollowedOverItsLineageToTheFirstStampOfItsSwarm() {
        List<EventLog.Entry> events = List.of(
                event("build.failed.v1", "bench/reflex", "CI / bench-7 failed on main of bench/reflex at aaaa."),
                event("swarm.requested.v1", "swarm-1", "A swarm is wanted."));
        List<Stamps.Stamp> stamps =
                List.of(new Stamps.Stamp(9_000, "swarm-1", ""), new Stamps.Stamp(8_000, "swarm-1", ""));

        List<Reaction> reactions = Reactions.of(Map.of(FAILURE.fullName(), SENT), events, stamps);

        assertThat(reactions).hasSize(1);
        assertThat(reactions.getFirst().totalMicros()).isEqualTo(7_000);
        assertThat(reactions.getFirst().afterAcceptedMicros()).isEqualTo(5_000);
    }

    @Test
    void aWebhookWithoutAProcessIsNoReaction() {
        List<EventLog.Entry> events = List.of(
                event("build.failed.v1", "bench/reflex", "CI / bench-7 failed on main of bench/reflex at aaaa."));

        assertThat(Reactions.of(Map.of(FAILURE.fullName(), SENT), events, List.of()))
                .isEmpty();
    }

    private static EventLog.Entry event(String type, String subject, String summary) {
        return new EventLog.Entry(1, type, subject, Instant.EPOCH, "lineage-1", "task-1", summary);
    }
}
