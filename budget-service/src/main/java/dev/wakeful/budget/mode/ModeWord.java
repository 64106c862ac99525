package dev.wakeful.budget.mode;

import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.ModeEvent.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest word on the mode (MODE-1 to MODE-4). Pure.
 *
 * @param until when the schedule changes it next, where that is known
 * @param maintenance the window that is open, or that a crisis, a night or a person interrupted; its money is one cap (MODE-3)
 */
public record ModeWord(Mode mode, Instant saidAt, Optional<Instant> until, Optional<Maintenance> maintenance) {

    private static final Duration LONGEST_MAINTENANCE = Duration.ofDays(1);

    /**
     * A maintenance window, as far as it was told.
     *
     * @param from when it was first told of
     * @param to when it ends by schedule
     */
    public record Maintenance(Instant from, Instant to) {}

    /** What holds from this word on; nothing where a newer word is known. */
    static Optional<ModeWord> after(Optional<ModeWord> before, ModeEvent.Changed said, Instant saidAt) {
        if (before.filter(known -> known.saidAt.isAfter(saidAt)).isPresent()) {
            return Optional.empty();
        }
        Optional<Maintenance> open = before.flatMap(known -> known.openAt(saidAt));
        return Optional.of(new ModeWord(
                said.mode(),
                saidAt,
                Optional.ofNullable(said.until()),
                said.mode() == Mode.MAINTENANCE ? Optional.of(maintenance(open, said, saidAt)) : open));
    }

    /** Words that follow each other are about one window, also with a crisis in between. */
    private Optional<Maintenance> openAt(Instant at) {
        return switch (mode) {
            case MAINTENANCE, CRISIS -> maintenance;
            case ACTIVE, NIGHT -> maintenance.filter(window -> at.isBefore(window.to()));
        };
    }

    private static Maintenance maintenance(Optional<Maintenance> open, ModeEvent.Changed said, Instant saidAt) {
        return new Maintenance(
                open.map(Maintenance::from).orElse(saidAt),
                said.until() == null ? saidAt.plus(LONGEST_MAINTENANCE) : said.until());
    }
}
