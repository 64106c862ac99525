package dev.wakeful.budget.terms;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.window.Window;
import dev.wakeful.budget.window.Windows;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which caps a swarm's money must fit under at a given time (BUD-1, BUD-2). */
@Component
final class Scopes {

    private final Windows windows;
    private final Limits limits;

    Scopes(BudgetProperties properties) {
        this.windows = new Windows(
                properties.zoneId(),
                properties.night().from(),
                properties.night().to());
        this.limits = Limits.of(properties);
    }

    /** The widest first. */
    List<Scope> of(SwarmId swarm, RepositoryName repository, Instant now) {
        Window day = windows.day(now);
        Optional<Window> night = windows.night(now);
        return Stream.of(
                        Stream.of(
                                new Scope("swarm:" + swarm, limits.swarm(), Scope.NEVER, Scope.NEVER),
                                renewing("organisation:", windows.month(now), limits.organisation())
                                        .whichPauses(),
                                renewing("week:", windows.week(now), limits.week())
                                        .whichPauses(),
                                renewing("day:", day, limits.day()).whichPauses(),
                                renewing("day-automatic:", day, limits.dayAutomatic()),
                                renewing("repository:" + repository + ":", day, limits.repository())),
                        night.stream()
                                .map(window ->
                                        new Scope("night:" + window.name(), limits.night(), window.to(), window.to())),
                        Stream.of(hour(windows.hour(now), night)))
                .flatMap(scopes -> scopes)
                .toList();
    }

    private static Scope renewing(String kind, Window window, Money limit) {
        return new Scope(kind + window.name(), limit, window.to(), Scope.NEVER);
    }

    private Scope hour(Window hour, Optional<Window> night) {
        return night.map(window -> new Scope("hour:" + hour.name(), limits.nightHour(), hour.to(), window.to()))
                .orElseGet(() -> renewing("hour:", hour, limits.hour()));
    }
}
