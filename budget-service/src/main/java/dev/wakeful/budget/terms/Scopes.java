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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which caps money must fit under at a given time (BUD-1, BUD-2). Pure. */
@Component
public final class Scopes {

    private final Windows windows;
    private final BudgetProperties properties;
    private final AlertProperties alerts;

    Scopes(BudgetProperties properties, AlertProperties alerts) {
        this.alerts = alerts;
        this.windows = new Windows(
                properties.zoneId(),
                properties.night().from(),
                properties.night().to());
        this.properties = properties;
    }

    /** Those of one swarm, the widest first. */
    List<Scope> of(SwarmId swarm, RepositoryName repository, Funding funding, Caps caps, Instant now) {
        return Stream.of(
                        Stream.of(new Scope("swarm:" + swarm, caps.of(Cap.SWARM), Scope.NEVER, Scope.NEVER)),
                        wide(funding, caps, now),
                        part(funding, caps, now),
                        Stream.of(repository(repository, caps, now)),
                        narrow(funding, caps, now))
                .flatMap(scopes -> scopes)
                .toList();
    }

    /** Those that all swarms share, each with the whole of its cap. */
    public List<Scope> shared(Caps caps, Instant now) {
        return Stream.of(
                        wide(Funding.EMERGENCY, caps, now),
                        part(Funding.AUTOMATIC, caps, now),
                        part(Funding.APPROVED, caps, now),
                        narrow(Funding.EMERGENCY, caps, now))
                .flatMap(scopes -> scopes)
                .toList();
    }

    /** What one repository may use today. */
    public Scope repository(RepositoryName repository, Caps caps, Instant now) {
        return renewing("repository:" + repository + ":", windows.day(now), caps.of(repository));
    }

    private Stream<Scope> wide(Funding funding, Caps caps, Instant now) {
        Stream<Scope> month = Stream.of(
                        renewing("organisation:", windows.month(now), caps.of(Cap.ORGANISATION)),
                        renewing("week:", windows.week(now), caps.of(Cap.WEEK)))
                .map(scope -> scope.pausingFrom(pausePercent(funding)));
        return Stream.concat(month, Stream.of(day(funding, caps, now)));
    }

    /** Shares are told of the whole that there is; who is no emergency has, and is paused at a share of, the ordinary day (MODE-4). */
    private Scope day(Funding funding, Caps caps, Instant now) {
        Money most = caps.emergencyDay();
        Scope whole = renewing("day:", windows.day(now), most);
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
    private Stream<Scope> part(Funding funding, Caps caps, Instant now) {
        Window day = windows.day(now);
        return switch (funding) {
            case AUTOMATIC ->
                Stream.of(renewing("day-automatic:", day, part(caps.of(Cap.DAY), properties.automaticPercent())));
            case APPROVED ->
                Stream.of(renewing("day-approved:", day, part(caps.of(Cap.DAY), properties.approvedPercent())));
            case EMERGENCY -> Stream.empty();
        };
    }

    private static Money part(Money whole, int percent) {
        return Money.micros(whole.micros() / 100 * percent + whole.micros() % 100 * percent / 100);
    }

    private Stream<Scope> narrow(Funding funding, Caps caps, Instant now) {
        Optional<Window> night = windows.night(now);
        return Stream.concat(
                night.map(window -> night(window, funding, caps)).stream(),
                Stream.of(hour(windows.hour(now), night, caps)));
    }

    /** Its reserve is for emergencies only. */
    private Scope night(Window night, Funding funding, Caps caps) {
        Money cap = caps.of(Cap.NIGHT);
        Scope whole = new Scope("night:" + night.name(), cap, night.to(), night.to());
        long rest =
                cap.micros() - properties.night().reserve().movePointRight(6).longValueExact();
        return funding == Funding.EMERGENCY ? whole : whole.keepingBackAllBut(Money.micros(Math.max(0, rest)));
    }

    private static Scope hour(Window hour, Optional<Window> night, Caps caps) {
        return night.map(window -> new Scope("hour:" + hour.name(), caps.of(Cap.NIGHT_HOUR), hour.to(), window.to()))
                .orElseGet(() -> renewing("hour:", hour, caps.of(Cap.HOUR)));
    }

    private static Scope renewing(String kind, Window window, Money limit) {
        return new Scope(kind + window.name(), limit, window.to(), Scope.NEVER);
    }
}
