package dev.wakeful.planner.mode;

import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.ModeEvent.Stance;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The rules of the modes, read once (MODE-1…5, MODE-9). */
@Component
public record ModePolicy(ZoneId zone, Hours hours, Duration presence, Duration ownSign, Map<Mode, Stance> stances) {

    @Autowired
    ModePolicy(ModeProperties modes, ContextProperties contexts) {
        this(
                modes.zoneId(),
                new Hours(
                        modes.nightSpan(),
                        modes.windows().stream()
                                .map(ModeProperties.Window::span)
                                .toList(),
                        contexts.rules()),
                modes.presence(),
                modes.ownSign(),
                modes.stances());
    }

    /** What a mode asks of every service. */
    public Stance stance(Mode mode) {
        return Objects.requireNonNull(stances.get(mode));
    }

    /** What the wall clock decides. */
    record Hours(Span night, List<Span> maintenance, List<ContextProperties.Rule> contexts) {}
}
