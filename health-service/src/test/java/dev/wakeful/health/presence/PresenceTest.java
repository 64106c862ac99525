package dev.wakeful.health.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.HealthEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** HEAL-1 */
class PresenceTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(1));

    @Test
    void silenceUpToTheLimitIsNoSilence() {
        Presence up = Presence.first(beatAt(NOON));

        assertThat(look(up, LONG_AGO, NOON.plus(LIMIT).minusNanos(1)).said()).isEmpty();
        assertThat(look(up, LONG_AGO, NOON.plus(LIMIT)).said())
                .contains(new HealthEvent.Missing("planner", "planner-1", NOON));
    }

    @Test
    void aMissingInstanceIsToldOnce() {
        Presence missing = missingSince(NOON);

        Presence.Outcome outcome = look(missing, LONG_AGO, NOON.plus(Duration.ofHours(1)));

        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.presence()).isEqualTo(missing);
    }

    @Test
    void aNewBeatBringsAMissingInstanceBackOnce() {
        Instant later = NOON.plus(Duration.ofMinutes(10));

        Presence.Outcome first = hear(missingSince(NOON), later, later);
        Presence.Outcome second = hear(first.presence(), later.plusSeconds(1), later.plusSeconds(1));

        assertThat(first.said()).contains(new HealthEvent.Recovered("planner", "planner-1"));
        assertThat(second.said()).isEmpty();
        assertThat(second.presence().lastBeat()).isEqualTo(later.plusSeconds(1));
    }

    @Test
    void aBeatThatComesLateMovesNothingBack() {
        Presence up = Presence.first(beatAt(NOON));

        Presence.Outcome outcome = hear(up, NOON.minusSeconds(30), NOON.plusSeconds(1));

        assertThat(outcome.presence()).isEqualTo(up);
    }

    @Test
    void aBeatThatIsItselfTooOldDoesNotBringBack() {
        Presence.Outcome outcome = hear(missingSince(NOON), NOON.plusSeconds(60), NOON.plus(Duration.ofMinutes(10)));

        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.presence().state()).isEqualTo(Presence.State.MISSING);
        assertThat(outcome.presence().lastBeat()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void silenceWhileNobodyListenedIsForgiven() {
        Presence up = Presence.first(beatAt(NOON));
        Instant started = NOON.plus(Duration.ofHours(8));

        assertThat(look(up, started, started.plus(LIMIT).minusNanos(1)).said()).isEmpty();
        assertThat(look(up, started, started.plus(LIMIT)).said()).isPresent();
    }

    @Test
    void aClockThatIsAheadDoesNotKeepTheDeadAlive() {
        HealthEvent.Beat beat = new HealthEvent.Beat("planner", "planner-1", LONG_AGO);

        Sign sign = Sign.of(beat, NOON.plus(Duration.ofHours(5)), NOON);

        assertThat(sign.at()).isEqualTo(NOON);
    }

    @Test
    void aRestartedInstanceHasItsNewStart() {
        Sign restarted = new Sign("planner", "planner-1", NOON, NOON.plusSeconds(1));

        Presence.Outcome outcome = Presence.first(beatAt(NOON)).heard(restarted, NOON.plusSeconds(1), LIMIT);

        assertThat(outcome.presence().startedAt()).isEqualTo(NOON);
    }

    private static Sign beatAt(Instant at) {
        return new Sign("planner", "planner-1", LONG_AGO, at);
    }

    private static Presence missingSince(Instant lastBeat) {
        return look(Presence.first(beatAt(lastBeat)), LONG_AGO, lastBeat.plus(LIMIT))
                .presence();
    }

    private static Presence.Outcome look(Presence presence, Instant watchedSince, Instant now) {
        return presence.looked(watchedSince, now, LIMIT);
    }

    private static Presence.Outcome hear(Presence presence, Instant saidAt, Instant now) {
        return presence.heard(beatAt(saidAt), now, LIMIT);
    }
}
