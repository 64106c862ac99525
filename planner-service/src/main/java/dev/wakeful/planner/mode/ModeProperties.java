package dev.wakeful.planner.mode;

import dev.wakeful.events.ModeEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The modes' settings (MODE-1…5).
 *
 * @param zone whose wall clock counts, for example {@code Europe/Berlin}; {@code system} or empty: the machine's
 * @param nightFrom when night begins, {@code HH:mm}
 * @param nightTo when it ends
 * @param presence how long after a sign of life a person counts as present (MODE-2)
 * @param ownSign how long signs of the person who asked for a mode still belong to the asking
 * @param windows when maintenance is done (MODE-3)
 */
@ConfigurationProperties("wakeful.planner.modes")
public record ModeProperties(
        @DefaultValue("system") String zone,
        @DefaultValue("23:00") String nightFrom,
        @DefaultValue("07:00") String nightTo,
        @DefaultValue("30m") Duration presence,
        @DefaultValue("2m") Duration ownSign,
        StanceSettings active,
        StanceSettings night,
        StanceSettings maintenance,
        StanceSettings crisis,
        @DefaultValue List<Window> windows) {

    private static final String KEY = "wakeful.planner.modes.";

    public ModeProperties {
        windows = List.copyOf(windows);
        require(
                !presence.isNegative() && presence.compareTo(Duration.ofHours(12)) <= 0,
                "presence",
                presence,
                "0 to 12h");
        require(
                !ownSign.isNegative() && ownSign.compareTo(Duration.ofMinutes(30)) <= 0,
                "own-sign",
                ownSign,
                "0 to 30m");
        active.check(KEY + "active");
        night.check(KEY + "night");
        maintenance.check(KEY + "maintenance");
        crisis.check(KEY + "crisis");
        Span.parse(KEY + "night-from and night-to", "DAILY", nightFrom, nightTo);
        windows.forEach(window -> window.span());
        zoneOf(zone);
    }

    private static void require(boolean met, String key, Object value, String allowed) {
        if (!met) {
            throw new IllegalArgumentException(KEY + key + " must be " + allowed + ", is " + value);
        }
    }

    ZoneId zoneId() {
        return zoneOf(zone);
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return zone.isBlank() || zone.equals("system") ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    KEY + "zone must be a time zone such as Europe/Berlin or UTC, or system, is " + zone, e);
        }
    }

    Span nightSpan() {
        return Span.parse(KEY + "night-from and night-to", "DAILY", nightFrom, nightTo);
    }

    Map<ModeEvent.Mode, ModeEvent.Stance> stances() {
        return Map.of(
                ModeEvent.Mode.ACTIVE, active.stance(),
                ModeEvent.Mode.NIGHT, night.stance(),
                ModeEvent.Mode.MAINTENANCE, maintenance.stance(),
                ModeEvent.Mode.CRISIS, crisis.stance());
    }

    /**
     * What a mode asks of the services.
     *
     * @param heartbeat 1 s to 1 h
     * @param crisisWake 0 to 1 h
     * @param swarms 1 to 20 (LIM-1)
     * @param agents 1 to 50 (LIM-1)
     * @param criticalOnly nothing new starts but critical fixes
     */
    public record StanceSettings(
            Duration heartbeat,
            Duration crisisWake,
            int swarms,
            int agents,
            @DefaultValue("false") boolean criticalOnly) {

        private static final Duration HOUR = Duration.ofHours(1);
        /** LIM-1: nothing overrides it. */
        public static final int MOST_SWARMS = 20;

        /** LIM-1: nothing overrides it. */
        public static final int MOST_AGENTS = 50;

        void check(String key) {
            within(key + ".swarms", swarms, MOST_SWARMS);
            within(key + ".agents", agents, MOST_AGENTS);
            if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0 || heartbeat.compareTo(HOUR) > 0) {
                throw new IllegalArgumentException(key + ".heartbeat must be 1s to 1h, is " + heartbeat);
            }
            if (crisisWake.isNegative() || crisisWake.compareTo(HOUR) > 0) {
                throw new IllegalArgumentException(key + ".crisis-wake must be 0s to 1h, is " + crisisWake);
            }
        }

        private static void within(String key, int value, int most) {
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(key + " must be 1 to " + most + " (LIM-1), is " + value);
            }
        }

        ModeEvent.Stance stance() {
            return new ModeEvent.Stance(heartbeat, crisisWake, swarms, agents, criticalOnly);
        }
    }

    /** Hours on some days, for example {@code SAT,SUN} from {@code 10:00} to {@code 12:00}. */
    public record Window(@DefaultValue("DAILY") String days, String from, String to) {

        /** Reads one line as people write it, such as {@code SAT,SUN 10:00-12:00}. */
        public static Window of(String line) {
            Span.Written written = Span.Written.of(KEY + "windows", line);
            return new Window(written.days(), written.from(), written.to());
        }

        Span span() {
            return Span.parse(KEY + "windows", days, from, to);
        }
    }
}
