package dev.wakeful.budget.terms;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.budget.alert.AlertProperties;
import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.limit.Cap;
import dev.wakeful.budget.limit.Caps;
import dev.wakeful.budget.window.Window;
import dev.wakeful.budget.window.Windows;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which caps money must fit under (BUD-1, BUD-2). It counts in each month, week, day and night in which it may be spent, and in the hour and
 * the maintenance window in which it is set aside. Pure.
 */
@Component
public final class Scopes {

    private final Windows windows;
    private final ModeWindows modes;
    private final BudgetProperties properties;
    private final AlertProperties alerts;

    Scopes(BudgetProperties properties, AlertProperties alerts) {
        this.alerts = alerts;
        this.windows = new Windows(
                properties.zoneId(),
                properties.night().from(),
                properties.night().to());
        this.modes = new ModeWindows(windows);
        this.properties = properties;
    }

    /**
     * Those of one swarm, the widest first.
     *
     * @param atMost how long it may spend
     */
    List<Scope> of(SwarmId swarm, RepositoryName repository, Funding funding, Caps caps, Instant now, Duration atMost) {
        Stretch stretch = new Stretch(now, now.plus(atMost));
        return Stream.of(
                        Stream.of(new Scope("swarm:" + swarm, caps.of(Cap.SWARM), Scope.NEVER, Scope.NEVER)),
                        wide(funding, caps, stretch),
                        part(funding, caps, stretch),
                        stretch.windows(windows::day).map(day -> repository(repository, caps, day)),
                        narrow(funding, caps, stretch))
                .flatMap(scopes -> scopes)
                .toList();
    }

    /** Those of what a repository costs besides its swarms; without a person, so from that part of the day (BUD-1, BUD-9). */
    public List<Scope> besides(RepositoryName repository, Caps caps, Instant now) {
        Stretch stretch = new Stretch(now, now);
        return Stream.of(
                        wide(Funding.AUTOMATIC, caps, stretch),
                        part(Funding.AUTOMATIC, caps, stretch),
                        Stream.of(repository(repository, caps, now)),
                        narrow(Funding.AUTOMATIC, caps, stretch))
                .flatMap(scopes -> scopes)
                .toList();
    }

    /** Those that all swarms share, each with the whole of its cap. */
    public List<Scope> shared(Caps caps, Instant now) {
        Stretch stretch = new Stretch(now, now);
        return Stream.of(
                        wide(Funding.EMERGENCY, caps, stretch),
                        part(Funding.AUTOMATIC, caps, stretch),
                        part(Funding.APPROVED, caps, stretch),
                        narrow(Funding.EMERGENCY, caps, stretch))
                .flatMap(scopes -> scopes)
                .toList();
    }

    /** What one repository may use today. */
    public Scope repository(RepositoryName repository, Caps caps, Instant now) {
        return repository(repository, caps, windows.day(now));
    }

    private static Scope repository(RepositoryName repository, Caps caps, Window day) {
        return renewing("repository:" + repository + ":", day, caps.of(repository));
    }

    /** The time in which money may be spent, half-open. */
    private record Stretch(Instant from, Instant to) {

        Stream<Window> windows(Function<Instant, Window> kind) {
            return Windows.through(kind, from, to).stream();
        }
    }

    private Stream<Scope> wide(Funding funding, Caps caps, Stretch stretch) {
        Stream<Scope> months = stretch.windows(windows::month)
                .map(month -> renewing("organisation:", month, caps.of(Cap.ORGANISATION)));
        Stream<Scope> weeks = stretch.windows(windows::week).map(week -> renewing("week:", week, caps.of(Cap.WEEK)));
        return Stream.concat(
                Stream.concat(months, weeks).map(scope -> scope.pausingFrom(pausePercent(funding))),
                stretch.windows(windows::day).map(day -> day(funding, caps, day)));
    }

    /** Shares are told of the whole that there is; who is no emergency has, and is paused at a share of, the ordinary day (MODE-4). */
    private Scope day(Funding funding, Caps caps, Window window) {
        Money most = caps.emergencyDay();
        Scope whole = renewing("day:", window, most);
        if (funding == Funding.EMERGENCY) {
            return whole.pausingFrom(pausePercent(funding));
        }
        Money day = caps.of(Cap.DAY);
        return day.equals(most)
                ? whole.pausingFrom(pausePercent(funding))
                : whole.keepingBackAllBut(day)
                        .pausingFrom((int) (day.micros() * pausePercent(funding) / most.micros()));
    }

    /** The more urgent, the later it is paused (BUD-5). */
    private int pausePercent(Funding funding) {
        return switch (funding) {
            case AUTOMATIC -> alerts.pauseAutomaticPercent();
            case APPROVED -> alerts.pauseApprovedPercent();
            case EMERGENCY -> 100;
        };
    }

    /** The part of the day that pays; emergencies may use all of it. */
    private Stream<Scope> part(Funding funding, Caps caps, Stretch stretch) {
        return switch (funding) {
            case AUTOMATIC -> parts("day-automatic:", properties.automaticPercent(), caps, stretch);
            case APPROVED -> parts("day-approved:", properties.approvedPercent(), caps, stretch);
            case EMERGENCY -> Stream.empty();
        };
    }

    private Stream<Scope> parts(String kind, int percent, Caps caps, Stretch stretch) {
        return stretch.windows(windows::day).map(day -> renewing(kind, day, part(caps.of(Cap.DAY), percent)));
    }

    private static Money part(Money whole, int percent) {
        return Money.micros(whole.micros() / 100 * percent + whole.micros() % 100 * percent / 100);
    }

    private Stream<Scope> narrow(Funding funding, Caps caps, Stretch stretch) {
        Instant now = stretch.from();
        return Stream.of(
                        modes.nights(caps.mode(), now, stretch.to()).stream().map(night -> night(night, funding, caps)),
                        modes.maintenance(caps.mode(), now).map(window -> maintenance(window, funding, caps)).stream(),
                        Stream.of(hour(caps, now)))
                .flatMap(scopes -> scopes);
    }

    /** Its reserve is for emergencies only. */
    private Scope night(Window night, Funding funding, Caps caps) {
        Money cap = caps.of(Cap.NIGHT);
        Scope whole =
                new Scope("night:" + night.name(), cap, night.to(), night.to()).pausingFrom(pausePercent(funding));
        long rest =
                cap.micros() - properties.night().reserve().movePointRight(6).longValueExact();
        return funding == Funding.EMERGENCY ? whole : whole.keepingBackAllBut(Money.micros(Math.max(0, rest)));
    }

    private Scope maintenance(Window window, Funding funding, Caps caps) {
        return new Scope("maintenance:" + window.name(), caps.of(Cap.MAINTENANCE), window.to(), window.to())
                .pausingFrom(pausePercent(funding));
    }

    private Scope hour(Caps caps, Instant now) {
        Window hour = windows.hour(now);
        return modes.nights(caps.mode(), now, now).stream()
                .findFirst()
                .map(night -> new Scope("hour:" + hour.name(), caps.of(Cap.NIGHT_HOUR), hour.to(), night.to()))
                .orElseGet(() -> renewing("hour:", hour, caps.of(Cap.HOUR)));
    }

    private static Scope renewing(String kind, Window window, Money limit) {
        return new Scope(kind + window.name(), limit, window.to(), Scope.NEVER);
    }
}
