package dev.wakeful.budget.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.ledger.Scope;
import dev.wakeful.budget.limit.Caps;
import dev.wakeful.budget.mode.ModeWord;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** MODE-1 to MODE-4, BUD-1: whose money counts in which mode, and in which windows. */
class ModeScopesTest {

    private static final Instant MORNING = at("2026-11-21T07:00:00Z");
    private static final Instant NIGHTFALL = at("2026-11-20T23:00:00Z");

    private final Scopes scopes = new Scopes(TestSettings.in("UTC"), TestSettings.alerts());

    /** MODE-2: `wakeful away` starts the night at any time. */
    @Test
    void aNightThatWasAskedForByDayIsTheBeginningOfTheNextNight() {
        Caps away = in(Mode.NIGHT, "2026-11-20T15:00:00Z", MORNING);

        assertThat(binding(away, "2026-11-20T15:00:00Z")).containsExactly("night:2026-11-20=$20.00", "hour=$5.00");
        assertThat(binding(away, "2026-11-20T23:30:00Z")).containsExactly("night:2026-11-20=$20.00", "hour=$5.00");
        assertThat(binding(away, "2026-11-21T01:00:00Z")).containsExactly("night:2026-11-20=$20.00", "hour=$5.00");
        assertThat(binding(away, "2026-11-21T07:00:00Z")).containsExactly("hour=$20.00");
    }

    @Test
    void whatIsFullOpensWhenTheNightThatWasAskedForEnds() {
        Instant six = at("2026-11-20T18:00:00Z");
        Caps away = in(Mode.NIGHT, "2026-11-20T15:00:00Z", six);

        assertThat(named("night:", away, "2026-11-20T16:00:00Z").retryAt(Money.dollars(1)))
                .isEqualTo(six);
        assertThat(named("hour:", away, "2026-11-20T16:00:00Z").retryAt(Money.dollars(6)))
                .isEqualTo(six);
    }

    /** Who is away for days has one night's money from morning to morning. */
    @Test
    void aLongAbsenceIsANightForEachMorning() {
        Caps away = in(Mode.NIGHT, "2026-11-20T15:00:00Z", at("2026-11-23T09:00:00Z"));

        assertThat(binding(away, "2026-11-21T07:00:00Z")).containsExactly("night:2026-11-21=$20.00", "hour=$5.00");
        assertThat(binding(away, "2026-11-21T06:50:00Z"))
                .containsExactly("night:2026-11-20=$20.00", "night:2026-11-21=$20.00", "hour=$5.00");
    }

    /** MODE-2: the night is postponed while a person shows signs of life. */
    @Test
    void aPostponedNightIsTheDaysMoney() {
        assertThat(binding(in(Mode.ACTIVE, "2026-11-20T23:00:01Z", null), "2026-11-20T23:10:00Z"))
                .containsExactly("hour=$20.00");
    }

    @Test
    void aWordHoldsUntilItSaysAndThenTheClockDecides() {
        Caps active = in(Mode.ACTIVE, "2026-11-20T07:00:01Z", NIGHTFALL);
        Caps endless = in(Mode.ACTIVE, "2026-11-20T15:00:00Z", null);

        assertThat(binding(active, "2026-11-20T12:00:00Z")).containsExactly("hour=$20.00");
        assertThat(binding(active, "2026-11-20T23:00:00Z")).containsExactly("night:2026-11-20=$20.00", "hour=$5.00");
        assertThat(binding(endless, "2026-11-20T23:30:00Z")).containsExactly("night:2026-11-20=$20.00", "hour=$5.00");
        assertThat(binding(Caps.of(TestSettings.in("UTC")), "2026-11-20T23:30:00Z"))
                .containsExactly("night:2026-11-20=$20.00", "hour=$5.00");
    }

    /** MODE-4: the day's budget; BUD-1: at night within the night's, whose reserve is for emergencies. */
    @Test
    void aCrisisIsPaidByTheClock() {
        assertThat(binding(in(Mode.CRISIS, "2026-11-20T15:00:00Z", null), "2026-11-20T15:00:00Z"))
                .containsExactly("hour=$20.00");
        assertThat(binding(in(Mode.CRISIS, "2026-11-20T23:00:00Z", null), "2026-11-20T23:30:00Z"))
                .containsExactly("night:2026-11-20=$20.00", "hour=$5.00");
        assertThat(names(of(
                        Funding.EMERGENCY,
                        in(Mode.CRISIS, "2026-11-20T15:00:00Z", null),
                        at("2026-11-21T02:00:00Z"),
                        Duration.ZERO)))
                .containsExactly("night:2026-11-20=$25.00", "hour=$5.00");
    }

    /** MODE-3: $50 a window. */
    @Test
    void aMaintenanceWindowHasACapOfItsOwnAndIsNoNight() {
        Caps maintained = in(Mode.MAINTENANCE, "2026-11-21T01:00:09Z", at("2026-11-21T03:00:00Z"));

        assertThat(binding(maintained, "2026-11-21T02:00:00Z"))
                .containsExactly("maintenance:2026-11-21T01:00=$50.00", "hour=$20.00");
        assertThat(named("maintenance:", maintained, "2026-11-21T02:00:00Z").endsAt())
                .isEqualTo("2026-11-21T03:00:00Z");
        assertThat(named("maintenance:", maintained, "2026-11-21T02:00:00Z").pausePercent())
                .isEqualTo(90);
        assertThat(binding(maintained, "2026-11-21T03:00:00Z"))
                .containsExactly("night:2026-11-20=$20.00", "hour=$5.00");
    }

    /** BUD-1: what may be spent in a night counts in it, also when it is set aside before. */
    @Test
    void moneyCountsInEachNightAndDayInWhichItMayBeSpent() {
        Caps active = in(Mode.ACTIVE, "2026-11-20T07:00:01Z", NIGHTFALL);

        assertThat(binding(active, "2026-11-20T22:29:00Z")).containsExactly("hour=$20.00");
        assertThat(binding(active, "2026-11-20T22:50:00Z")).containsExactly("night:2026-11-20=$20.00", "hour=$20.00");
        assertThat(all(Caps.of(TestSettings.in("UTC")), "2026-11-30T23:50:00Z"))
                .containsExactly(
                        "swarm:swarm-1",
                        "organisation:2026-11",
                        "organisation:2026-12",
                        "week:2026-W49",
                        "day:2026-11-30",
                        "day:2026-12-01",
                        "day-automatic:2026-11-30",
                        "day-automatic:2026-12-01",
                        "repository:acme/shop:2026-11-30",
                        "repository:acme/shop:2026-12-01",
                        "night:2026-11-30",
                        "hour:2026-11-30T23");
        assertThat(all(Caps.of(TestSettings.in("UTC")), "2026-11-22T23:50:00Z"))
                .contains("week:2026-W47", "week:2026-W48");
    }

    /** One account stands for each window, however long an event says that its swarm takes. */
    @Test
    void anAbsurdTimeLimitMakesFewAccounts() {
        Caps caps = Caps.of(TestSettings.in("UTC"));

        assertThat(of(Funding.AUTOMATIC, caps, NIGHTFALL, Duration.ofDays(3650)))
                .hasSizeLessThan(70);
    }

    private List<String> binding(Caps caps, String now) {
        return names(of(Funding.AUTOMATIC, caps, at(now), Duration.ofMinutes(30)));
    }

    private static List<String> names(List<Scope> scopes) {
        return scopes.stream()
                .filter(scope -> scope.name().matches("(night|maintenance|hour):.*"))
                .map(scope -> scope.name().replaceFirst("hour:.*", "hour") + "=" + scope.limit())
                .toList();
    }

    private List<String> all(Caps caps, String now) {
        return of(Funding.AUTOMATIC, caps, at(now), Duration.ofMinutes(30)).stream()
                .map(Scope::name)
                .toList();
    }

    private Scope named(String kind, Caps caps, String now) {
        return of(Funding.AUTOMATIC, caps, at(now), Duration.ofMinutes(30)).stream()
                .filter(scope -> scope.name().startsWith(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<Scope> of(Funding funding, Caps caps, Instant now, Duration atMost) {
        return scopes.of(new SwarmId("swarm-1"), new RepositoryName("acme/shop"), funding, caps, now, atMost);
    }

    private static Caps in(Mode mode, String saidAt, @Nullable Instant until) {
        Instant said = at(saidAt);
        Optional<ModeWord.Maintenance> window = mode == Mode.MAINTENANCE && until != null
                ? Optional.of(new ModeWord.Maintenance(said, until))
                : Optional.empty();
        return Caps.of(TestSettings.in("UTC")).in(new ModeWord(mode, said, Optional.ofNullable(until), window));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
