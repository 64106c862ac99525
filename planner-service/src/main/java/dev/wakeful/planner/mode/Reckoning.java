package dev.wakeful.planner.mode;

import dev.wakeful.events.Decision;
import dev.wakeful.events.ModeEvent.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which mode is in force (MODE-1…7). Pure: the same rules, signs, causes and time give the same outlook. */
final class Reckoning {

    private static final Duration LONGEST_REST = Duration.ofDays(1);
    private final ModePolicy policy;
    private final Signs signs;
    private final List<String> causes;
    private final Instant now;
    private final Contexts contexts;

    private Reckoning(ModePolicy policy, Signs signs, List<String> causes, Instant now) {
        this.policy = policy;
        this.signs = signs;
        this.causes = causes;
        this.now = now;
        this.contexts = new Contexts(policy, signs, now);
    }

    /** @param causes what makes it a crisis; each of them has to go before the crisis ends (MODE-7) */
    static Outlook of(ModePolicy policy, Signs signs, List<String> causes, Instant now) {
        return new Reckoning(policy, signs, causes, now).outlook();
    }

    private Outlook outlook() {
        Choice choice = choice();
        return new Outlook(
                choice.mode(),
                contexts.current(requestInForce()
                        .map(Signs.Request::mode)
                        .filter(Mode.NIGHT::equals)
                        .isPresent()),
                choice.until(),
                lookAt(),
                new Decision(choice.rule(), choice.mode() + ": " + choice.why(), inputs(), refused(choice.mode())));
    }

    private record Choice(
            Mode mode, String rule, String why, @Nullable Instant until) {}

    private Choice choice() {
        if (!causes.isEmpty()) {
            return new Choice(Mode.CRISIS, "MODE-4", "a watched branch is red: " + causes.getFirst() + more(), null);
        }
        Optional<Signs.Request> request = requestInForce();
        if (request.isPresent()) {
            Signs.Request asked = request.get();
            return new Choice(
                    asked.mode(),
                    asked.mode() == Mode.NIGHT ? "MODE-2" : "MODE-3",
                    asked.by() + " asked for it: " + asked.reason(),
                    end(asked));
        }
        return scheduled();
    }

    private String more() {
        return causes.size() == 1 ? "" : " and " + (causes.size() - 1) + " more";
    }

    private Choice scheduled() {
        @Nullable Instant edge = nextModeEdge().orElse(null);
        if (policy.hours().maintenance().stream().anyMatch(window -> window.contains(now, policy.zone()))) {
            return new Choice(Mode.MAINTENANCE, "MODE-3", "a window the operator set", edge);
        }
        if (!isNight()) {
            return new Choice(Mode.ACTIVE, "MODE-1", "it is day", edge);
        }
        return isPresent()
                ? new Choice(Mode.ACTIVE, "MODE-2", "night is postponed: " + present(), null)
                : new Choice(Mode.NIGHT, "MODE-2", "it is night and nobody was seen lately", edge);
    }

    private Optional<Signs.Request> requestInForce() {
        return Optional.ofNullable(signs.request()).filter(asked -> now.isBefore(end(asked)));
    }

    /** Where the person named no end: a night ends in the morning, everything else with the next change of the schedule. */
    private Instant end(Signs.Request asked) {
        if (asked.until() != null) {
            return asked.until();
        }
        Optional<Instant> end = asked.mode() == Mode.NIGHT
                ? policy.hours().night().nextEnd(asked.at(), policy.zone())
                : edges().flatMap(span -> span.nextEdge(asked.at(), policy.zone()).stream())
                        .min(Instant::compareTo);
        return end.orElse(asked.at().plus(LONGEST_REST));
    }

    private Stream<Span> edges() {
        return Stream.concat(Stream.of(policy.hours().night()), policy.hours().maintenance().stream());
    }

    private Optional<Instant> nextModeEdge() {
        return edges().flatMap(span -> span.nextEdge(now, policy.zone()).stream())
                .min(Instant::compareTo);
    }

    private boolean isNight() {
        return policy.hours().night().contains(now, policy.zone());
    }

    private boolean isPresent() {
        return presentUntil().filter(now::isBefore).isPresent();
    }

    private Optional<Instant> presentUntil() {
        return Optional.ofNullable(signs.seen()).map(seen -> seen.at().plus(policy.presence()));
    }

    private String present() {
        return Optional.ofNullable(signs.seen())
                .map(seen -> seen.by() + " was seen at " + seen.at())
                .orElse("nobody was seen");
    }

    private Instant lookAt() {
        return Stream.of(
                        nextModeEdge().stream(),
                        presentUntil().stream(),
                        requestInForce().map(this::end).stream(),
                        contexts.nextChange())
                .flatMap(times -> times)
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(now.plus(LONGEST_REST));
    }

    private Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put(
                "local time",
                now.atZone(policy.zone()).truncatedTo(ChronoUnit.SECONDS).toString());
        inputs.put("last sign of life", present());
        inputs.put("red", causes.isEmpty() ? "nothing" : String.join(", ", causes));
        inputs.put(
                "asked for",
                requestInForce()
                        .map(asked -> asked.mode() + " by " + asked.by() + " until " + end(asked))
                        .orElse("nothing"));
        return inputs;
    }

    private List<Decision.Refused> refused(Mode chosen) {
        List<Decision.Refused> refused = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            if (mode != chosen) {
                refused.add(new Decision.Refused(mode.name(), against(mode, chosen)));
            }
        }
        return refused;
    }

    private String against(Mode mode, Mode chosen) {
        if (chosen == Mode.CRISIS) {
            return "a crisis ends only when the checks that caused it pass (MODE-7)";
        }
        if (mode == Mode.CRISIS) {
            return "no watched branch is red";
        }
        if (requestInForce().isPresent()) {
            return "a person asked for another mode";
        }
        return switch (mode) {
            case MAINTENANCE -> "no maintenance window is open";
            case NIGHT -> isNight() ? present() : "it is day";
            case ACTIVE -> "its hours are over, and " + present();
            case CRISIS -> "no watched branch is red";
        };
    }
}
