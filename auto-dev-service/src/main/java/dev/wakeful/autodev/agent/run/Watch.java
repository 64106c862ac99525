package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.watch.Alarm;
import dev.wakeful.autodev.agent.watch.Patience;
import dev.wakeful.autodev.agent.watch.Pulse;
import dev.wakeful.autodev.agent.watch.Sample;
import dev.wakeful.autodev.process.Bystander;
import dev.wakeful.autodev.process.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks after one running agent every few seconds, as {@link Pulse} judges it. */
final class Watch {

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Place place;
    private final Patience patience;
    private final Clock clock;
    private final Bystander bystander;
    private final boolean talks;
    private Pulse pulse;
    private Instant lookedAt = Instant.MIN;
    private boolean begun;

    /** @param talks whether the agent is known to say what it does */
    Watch(Place place, boolean talks, Patience patience, Clock clock) {
        this.place = place;
        this.patience = patience;
        this.clock = clock;
        this.talks = talks;
        this.bystander = new Bystander(place);
        this.pulse = Pulse.of(clock.instant(), talks);
    }

    /** What is wrong, for people. */
    String words(Alarm alarm) {
        return alarm.words(patience);
    }

    void heard(AgentEvent event, boolean answered) {
        if (talks && !begun) {
            bystander.setApart();
        }
        begun = true;
        pulse = pulse.heard(event, answered, clock.instant());
    }

    /**
     * What is wrong with it, if it is time to look and anything is.
     *
     * @param waits whether it waits for a person
     */
    Optional<Alarm> look(boolean waits) {
        Instant now = clock.instant();
        if (!lookedAt.equals(Instant.MIN) && Duration.between(lookedAt, now).compareTo(BETWEEN) < 0) {
            return Optional.empty();
        }
        lookedAt = now;
        OptionalLong tree = pulse.wantsTree(now) ? Trees.state(place.directory()) : OptionalLong.empty();
        pulse = pulse.seen(new Sample(bystander.effort(), tree), now);
        pulse = waits ? pulse.waits(now) : pulse;
        return pulse.judge(true, patience, now);
    }
}
