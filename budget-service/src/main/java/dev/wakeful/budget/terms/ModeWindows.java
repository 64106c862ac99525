package dev.wakeful.budget.terms;

import dev.wakeful.budget.mode.ModeWord;
import dev.wakeful.budget.window.Window;
import dev.wakeful.budget.window.Windows;
import dev.wakeful.events.ModeEvent.Mode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose night and whose maintenance window the money is (MODE-1 to MODE-4). The word on the mode holds until it says; after that, and before
 * the first word, the clock decides. Pure.
 */
final class ModeWindows {

    private final Windows windows;

    ModeWindows(Windows windows) {
        this.windows = windows;
    }

    /** The nights that are in force at some time of a stretch, as far as is known at its start. */
    List<Window> nights(Optional<ModeWord> word, Instant from, Instant to) {
        Optional<ModeWord> holding = holding(word, from);
        if (holding.isEmpty()) {
            return windows.nights(from, to);
        }
        ModeWord said = holding.get();
        Instant end = end(said);
        Stream<Window> told = told(said, from, to.isBefore(end) ? to : end);
        Stream<Window> later = end.isBefore(to) ? windows.nights(end, to).stream() : Stream.empty();
        Map<String, Window> nights = new LinkedHashMap<>();
        Stream.concat(told, later).forEach(night -> nights.put(night.name(), night));
        return List.copyOf(nights.values());
    }

    /** A night that was asked for by day is the beginning of the next night of the clock, so both share one cap. */
    private Stream<Window> told(ModeWord said, Instant from, Instant to) {
        Instant end = end(said);
        return switch (said.mode()) {
            case ACTIVE, MAINTENANCE -> Stream.empty();
            case NIGHT -> Windows.through(windows::round, from, to).stream().map(round -> endingBy(round, end));
            case CRISIS -> windows.nights(from, to).stream();
        };
    }

    private static Window endingBy(Window round, Instant end) {
        return round.to().isAfter(end) ? new Window(round.name(), round.from(), end) : round;
    }

    /** The maintenance window that is open, named by its start. */
    Optional<Window> maintenance(Optional<ModeWord> word, Instant now) {
        return holding(word, now)
                .filter(said -> said.mode() == Mode.MAINTENANCE)
                .flatMap(said -> said.maintenance()
                        .map(open -> new Window(windows.minute(open.from()), open.from(), end(said))));
    }

    private Optional<ModeWord> holding(Optional<ModeWord> word, Instant at) {
        return word.filter(said -> at.isBefore(end(said)));
    }

    /** A word that does not know its end holds until the clock's night begins or ends. */
    private Instant end(ModeWord said) {
        return said.until().orElseGet(() -> {
            Instant at = said.saidAt();
            return windows.night(at)
                    .map(Window::to)
                    .orElseGet(() -> windows.nextNight(at).from());
        });
    }
}
