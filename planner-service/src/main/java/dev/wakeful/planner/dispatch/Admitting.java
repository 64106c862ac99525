package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Decision;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.planner.mode.ContextProperties;
import dev.wakeful.planner.mode.ModeProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rules of starting, the hardest first (LIM-1, LIM-3, MODE-1…4, MODE-9, MODE-10, BUD-5). Pure. */
record Admitting(Wish wish, Standing standing, LimitProperties limits, ContextProperties contexts, Instant now) {

    /** Room is looked for whenever a swarm ends; this is only for the case that none ever does. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    static Admission judge(
            Wish wish, Standing standing, LimitProperties limits, ContextProperties contexts, Instant now) {
        return new Admitting(wish, standing, limits, contexts, now).judge();
    }

    private Admission judge() {
        return Stream.<Supplier<Optional<Admission>>>of(
                        this::onlyReported,
                        this::room,
                        this::context,
                        this::onlyCritical,
                        this::crisis,
                        this::budget,
                        this::coolDown)
                .flatMap(rule -> rule.get().stream())
                .findFirst()
                .orElseGet(() -> new Admission.Go(seen(), isEmergency()));
    }

    private Optional<Admission> onlyReported() {
        return when(
                level() == LimitProperties.Level.OBSERVE,
                () -> new Admission.Never(decision(
                        "MODE-10",
                        "only reported: " + wish.repository()
                                + " is only observed. Mend it by hand, or give it the level"
                                + " SUPERVISED in wakeful.planner.limits.autonomy",
                        "start a swarm",
                        "the level is OBSERVE")));
    }

    private Optional<Admission> room() {
        int most = Math.min(standing.stance().swarms(), ModeProperties.StanceSettings.MOST_SWARMS);
        return when(
                standing.running() >= most,
                () -> hold(
                        WaitFor.ROOM,
                        now.plus(LONGEST_WAIT),
                        most == ModeProperties.StanceSettings.MOST_SWARMS ? "LIM-1" : modeRule(),
                        "waits until a swarm ends: " + standing.running() + " of at most " + most + " in "
                                + standing.mode() + " are at work"));
    }

    private Optional<Admission> context() {
        return when(
                !contexts.allows(standing.context(), wish.kind()),
                () -> hold(
                        WaitFor.CONTEXT,
                        now.plus(LONGEST_WAIT),
                        "MODE-9",
                        "waits: " + wish.kind() + " does not start while people are " + standing.context()));
    }

    private Optional<Admission> onlyCritical() {
        return when(
                standing.stance().criticalOnly() && !isCritical(),
                () -> hold(
                        WaitFor.MODE,
                        standing.until().filter(now::isBefore).orElse(now.plus(LONGEST_WAIT)),
                        modeRule(),
                        "waits for the end of " + standing.mode() + ", in which only critical fixes start"));
    }

    private Optional<Admission> crisis() {
        return when(
                makesWay(),
                () -> hold(
                        WaitFor.MODE,
                        now.plus(LONGEST_WAIT),
                        "MODE-4",
                        "waits until nothing critical is red: critical fixes come first in a crisis"));
    }

    private Optional<Admission> budget() {
        Standing.Alert alert = standing.alert();
        return when(
                alert.percent() >= Math.min(limits.pausePercent(), limits.stopPercent()) && !isCritical(),
                () -> hold(
                        WaitFor.MODE,
                        alert.until().filter(now::isBefore).orElse(now.plus(LONGEST_WAIT)),
                        "BUD-5",
                        "waits: " + alert.percent() + " % of a budget is in use, so only critical fixes start"));
    }

    private Optional<Admission> coolDown() {
        return standing.offeredAt()
                .map(offered -> offered.plus(limits.coolDown()))
                .filter(now::isBefore)
                .map(until -> hold(
                        WaitFor.COOL_DOWN,
                        until,
                        "LIM-3",
                        "waits until " + until + ": a change to " + wish.area() + " was offered at "
                                + standing.offeredAt().orElseThrow()));
    }

    private static Optional<Admission> when(boolean applies, Supplier<Admission> admission) {
        return applies ? Optional.of(admission.get()) : Optional.empty();
    }

    /** Whether the reserve may pay for it (BUD-1, MODE-4). */
    boolean isEmergency() {
        return standing.mode() == Mode.CRISIS && isCritical();
    }

    /** Whether it has to make way for a critical fix; where nothing critical is red, it is what the crisis is about (MODE-4). */
    boolean makesWay() {
        return standing.mode() == Mode.CRISIS && standing.criticalRed() && !isCritical();
    }

    /** Whatever comes here failed on a watched branch. */
    boolean isCritical() {
        return limits.critical().contains(wish.kind());
    }

    private LimitProperties.Level level() {
        return limits.level(wish.repository(), wish.kind());
    }

    private String modeRule() {
        return switch (standing.mode()) {
            case ACTIVE -> "MODE-1";
            case NIGHT -> "MODE-2";
            case MAINTENANCE -> "MODE-3";
            case CRISIS -> "MODE-4";
        };
    }

    private Admission hold(WaitFor what, Instant until, String rule, String outcome) {
        return new Admission.Hold(what, until, decision(rule, outcome, "start now", "the limit is there to be kept"));
    }

    private Decision decision(String rule, String outcome, String alternative, String against) {
        return new Decision(
                rule,
                outcome,
                seen(),
                List.of(
                        new Decision.Refused(alternative, against),
                        new Decision.Refused("drop it", "a met trigger is never dropped (AUTH-11)")));
    }

    Map<String, String> seen() {
        Map<String, String> seen = new LinkedHashMap<>();
        seen.put("mode", standing.mode().name());
        seen.put("context", standing.context().name());
        seen.put(
                "swarms at work",
                standing.running() + " of " + standing.stance().swarms());
        seen.put("critical", isCritical() ? "yes" : "no");
        seen.put("area", wish.area());
        seen.put("most used budget", standing.alert().percent() + " %");
        seen.put(
                "autonomy",
                level() == LimitProperties.Level.FULL
                        ? "FULL, treated as SUPERVISED: nothing merges by itself yet"
                        : level().name());
        return seen;
    }
}
