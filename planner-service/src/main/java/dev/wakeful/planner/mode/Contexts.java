package dev.wakeful.planner.mode;

import dev.wakeful.events.ModeEvent.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What people seem to be doing (MODE-9): what they said, else whether they were seen, else what they usually do now. Pure. */
record Contexts(ModePolicy policy, Signs signs, Instant now) {

    /** How long it counts that somebody is there, where they named no end. */
    private static final Duration SAID = Duration.ofHours(12);

    Context current(boolean nightWasAskedFor) {
        return said().map(Signs.Said::context).orElseGet(() -> observed(nightWasAskedFor));
    }

    private Context observed(boolean nightWasAskedFor) {
        Optional<Context> usual = usual();
        if (nightWasAskedFor) {
            return usual.filter(Context.SLEEPING::equals).orElse(Context.AWAY);
        }
        return wasSeenLately()
                ? usual.filter(Context.WORK::equals).orElse(Context.AVAILABLE)
                : usual.orElse(Context.UNKNOWN);
    }

    private Optional<Signs.Said> said() {
        return Optional.ofNullable(signs.said())
                .filter(said -> end(said).map(now::isBefore).orElse(true));
    }

    /** Who said they are away or asleep stays so until they are seen. */
    private static Optional<Instant> end(Signs.Said said) {
        if (said.until() != null) {
            return Optional.of(said.until());
        }
        return switch (said.context()) {
            case AWAY, SLEEPING -> Optional.empty();
            case AVAILABLE, WORK, UNKNOWN -> Optional.of(said.at().plus(SAID));
        };
    }

    private boolean wasSeenLately() {
        return Optional.ofNullable(signs.seen())
                .filter(seen -> now.isBefore(seen.at().plus(policy.presence())))
                .isPresent();
    }

    private Optional<Context> usual() {
        return policy.hours().contexts().stream()
                .filter(rule -> rule.span().contains(now, policy.zone()))
                .map(ContextProperties.Rule::context)
                .findFirst();
    }

    /** When the clock may change it; times that are over may be among them. */
    Stream<Instant> nextChange() {
        return Stream.concat(
                said().flatMap(Contexts::end).stream(),
                policy.hours().contexts().stream().flatMap(rule -> rule.span().nextEdge(now, policy.zone()).stream()));
    }
}
