package dev.wakeful.budget.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.ModeEvent.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** MODE-1 to MODE-4: what is known of the mode after each word. */
class ModeWordTest {

    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Optional<ModeWord> known = Optional.empty();

    @Test
    void anOlderWordDoesNotReplaceANewerOne() {
        say(Mode.NIGHT, NOON, null);

        assertThat(ModeWord.after(known, changed(Mode.ACTIVE, null), NOON.minusNanos(1)))
                .isEmpty();
        assertThat(ModeWord.after(known, changed(Mode.ACTIVE, null), NOON)).isPresent();
    }

    @Test
    void wordsThatFollowEachOtherAreAboutOneMaintenanceWindow() {
        say(Mode.MAINTENANCE, TEN, NOON);
        say(Mode.MAINTENANCE, at(30), NOON);

        assertThat(window()).contains(new ModeWord.Maintenance(TEN, NOON));
    }

    /** The planner's schedule may end a word within a window, where the night begins; and a crisis may last longer than that. */
    @Test
    void aCrisisDoesNotMakeASecondWindowOfIt() {
        say(Mode.MAINTENANCE, TEN, NOON);
        say(Mode.CRISIS, at(30), null);
        say(Mode.MAINTENANCE, at(130), at(240));

        assertThat(window()).contains(new ModeWord.Maintenance(TEN, at(240)));
    }

    @Test
    void aPersonWhoInterruptsItDoesNotEither() {
        say(Mode.MAINTENANCE, TEN, NOON);
        say(Mode.ACTIVE, at(30), NOON);
        say(Mode.MAINTENANCE, at(60), NOON);

        assertThat(window()).contains(new ModeWord.Maintenance(TEN, NOON));
    }

    @Test
    void theNextWindowHasMoneyOfItsOwn() {
        say(Mode.MAINTENANCE, TEN, NOON);
        say(Mode.ACTIVE, NOON, at(240));
        say(Mode.CRISIS, at(150), null);
        say(Mode.MAINTENANCE, at(240), at(300));

        assertThat(window()).contains(new ModeWord.Maintenance(at(240), at(300)));
    }

    private void say(Mode mode, Instant at, @Nullable Instant until) {
        known = ModeWord.after(known, changed(mode, until), at);
    }

    private Optional<ModeWord.Maintenance> window() {
        return known.flatMap(ModeWord::maintenance);
    }

    private static Instant at(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }

    private static ModeEvent.Changed changed(Mode mode, @Nullable Instant until) {
        return new ModeEvent.Changed(mode, "test", null, null, until);
    }
}
