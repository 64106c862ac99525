package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Failure;
import dev.wakeful.events.RepositoryName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may start, and how often.
 *
 * @param coolDown between changes to the same area (LIM-3), 0 to 24 h
 * @param critical kinds of failure whose fix is critical on a watched branch (MODE-2)
 * @param pausePercent from this share of a budget on only critical fixes start (BUD-5), 1 to 100
 * @param stopPercent from this share of a budget on swarms at work stop that are not critical (BUD-5), 1 to 100
 * @param autonomy the first rule that fits counts; none: supervised (MODE-10)
 */
@ConfigurationProperties("wakeful.planner.limits")
public record LimitProperties(
        @DefaultValue("30m") Duration coolDown,
        @DefaultValue({"TEST_FAILURE", "BUILD_ERROR"}) Set<Failure.Kind> critical,
        @DefaultValue("90") int pausePercent,
        @DefaultValue("95") int stopPercent,
        @DefaultValue List<Autonomy> autonomy) {

    private static final Duration DAY = Duration.ofDays(1);

    public LimitProperties {
        critical = Set.copyOf(critical);
        autonomy = List.copyOf(autonomy);
        if (coolDown.isNegative() || coolDown.compareTo(DAY) > 0) {
            throw new IllegalArgumentException(
                    "wakeful.planner.limits.cool-down must be 0s to 24h (LIM-3), is " + coolDown);
        }
        if (pausePercent < 1 || pausePercent > 100) {
            throw new IllegalArgumentException(
                    "wakeful.planner.limits.pause-percent must be 1 to 100 (BUD-5), is " + pausePercent);
        }
        if (stopPercent < 1 || stopPercent > 100) {
            throw new IllegalArgumentException(
                    "wakeful.planner.limits.stop-percent must be 1 to 100 (BUD-5), is " + stopPercent);
        }
    }

    /** Whether there are swarms that have to make way for others at all. */
    boolean isAnythingNotCritical() {
        return !critical.containsAll(EnumSet.allOf(Failure.Kind.class));
    }

    Level level(RepositoryName repository, Failure.Kind kind) {
        return autonomy.stream()
                .filter(rule -> rule.fits(repository, kind))
                .map(Autonomy::level)
                .findFirst()
                .orElse(Level.SUPERVISED);
    }

    /**
     * How much the system may do by itself.
     *
     * @param repository absent: all
     * @param kind absent: all
     */
    public record Autonomy(@Nullable String repository, Failure.@Nullable Kind kind, Level level) {

        private static final String ALL = "*";

        /** Reads one line as people write it, such as {@code acme/shop TEST_FAILURE OBSERVE}; a star stands for all. */
        public static Autonomy of(String line) {
            String[] words = line.strip().split("\\s+");
            try {
                return new Autonomy(
                        words[0].equals(ALL) ? null : words[0],
                        words[1].equals(ALL) ? null : Failure.Kind.valueOf(words[1]),
                        Level.valueOf(words[2]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "wakeful.planner.limits.autonomy must be lines such as 'acme/shop TEST_FAILURE OBSERVE', is '"
                                + line + "'",
                        e);
            }
        }

        boolean fits(RepositoryName name, Failure.Kind of) {
            return (repository == null || repository.equals(name.value())) && (kind == null || kind == of);
        }
    }

    /** MODE-10. */
    public enum Level {
        /** Only reports. */
        OBSERVE,
        /** Draft pull requests; people merge. */
        SUPERVISED,
        /** May merge what the gate calls safe. Nothing merges yet, so it is treated as supervised, and the decision says so. */
        FULL
    }
}
