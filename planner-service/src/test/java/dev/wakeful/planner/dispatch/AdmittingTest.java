package dev.wakeful.planner.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Failure.Kind;
import dev.wakeful.events.ModeEvent.Context;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.ModeEvent.Stance;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.mode.ContextProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may start when: LIM-1, LIM-3, MODE-1…4, MODE-9, MODE-10, BUD-5 */
class AdmittingTest {

    private static final Instant NOW = Samples.NOW;
    private static final Instant MORNING = NOW.plus(Duration.ofHours(8));
    private static final Wish WISH = new Wish(new RepositoryName("acme/shop"), "ci / test Price", Kind.TEST_FAILURE);
    private static final LimitProperties ALL_CRITICAL =
            new LimitProperties(Duration.ofMinutes(30), Set.of(Kind.values()), 90, 95, List.of());
    private static final LimitProperties BUILDS_CRITICAL =
            new LimitProperties(Duration.ofMinutes(30), Set.of(Kind.BUILD_ERROR), 90, 95, List.of());
    private static final ContextProperties ANY = new ContextProperties(List.of(), Map.of());

    /** LIM-1: the hard limit holds whatever the stance says. */
    @ParameterizedTest
    @CsvSource({"9, 10, true", "10, 10, false", "2, 3, true", "3, 3, false", "19, 100, true", "20, 100, false"})
    void onlySoManySwarmsAreAtWork(long running, int most, boolean goes) {
        Admission admission = judge(standing(Mode.ACTIVE, most, running), ALL_CRITICAL, ANY);

        assertThat(admission instanceof Admission.Go).isEqualTo(goes);
        if (!goes) {
            assertHeld(admission, WaitFor.ROOM, NOW.plus(Duration.ofHours(1)), most > 20 ? "LIM-1" : "MODE-1");
        }
    }

    /** MODE-2 */
    @Test
    void atNightOnlyCriticalFixesStartAndTheOthersWaitForTheMorning() {
        Standing night = standing(Mode.NIGHT, 3, 0);

        assertThat(judge(night, ALL_CRITICAL, ANY)).isInstanceOf(Admission.Go.class);
        assertHeld(judge(night, BUILDS_CRITICAL, ANY), WaitFor.MODE, MORNING, "MODE-2");
    }

    /** BUD-5: above 90 % new work pauses until the window ends. */
    @ParameterizedTest
    @CsvSource({"75, true", "90, false", "100, false"})
    void whileAlmostAllMoneyIsInUseOnlyCriticalFixesStart(int percent, boolean goes) {
        Standing.Alert alert = new Standing.Alert(percent, Optional.of(MORNING));

        Admission admission = judge(standing(Mode.ACTIVE, 10, 0, Optional.empty(), alert), BUILDS_CRITICAL, ANY);

        assertThat(admission instanceof Admission.Go).isEqualTo(goes);
        assertThat(judge(standing(Mode.ACTIVE, 10, 0, Optional.empty(), alert), ALL_CRITICAL, ANY))
                .isInstanceOf(Admission.Go.class);
    }

    /** MODE-4, BUD-1: what the reserve may pay for. */
    @Test
    void onlyCriticalFixesInACrisisAreEmergencies() {
        assertThat(judge(standing(Mode.CRISIS, 15, 0), ALL_CRITICAL, ANY))
                .isInstanceOfSatisfying(
                        Admission.Go.class, go -> assertThat(go.emergency()).isTrue());
        assertThat(judge(standing(Mode.ACTIVE, 15, 0), ALL_CRITICAL, ANY))
                .isInstanceOfSatisfying(
                        Admission.Go.class, go -> assertThat(go.emergency()).isFalse());
        assertThat(judge(standing(Mode.CRISIS, 15, 0), BUILDS_CRITICAL, ANY))
                .isInstanceOfSatisfying(
                        Admission.Go.class, go -> assertThat(go.emergency()).isFalse());
    }

    /** LIM-3 */
    @Test
    void anAreaRestsAfterAChange() {
        Instant offered = NOW.minus(Duration.ofMinutes(29));

        assertHeld(
                judge(standing(Optional.of(offered)), ALL_CRITICAL, ANY),
                WaitFor.COOL_DOWN,
                NOW.plus(Duration.ofMinutes(1)),
                "LIM-3");
        assertThat(judge(standing(Optional.of(NOW.minus(Duration.ofMinutes(30)))), ALL_CRITICAL, ANY))
                .isInstanceOf(Admission.Go.class);
    }

    /** MODE-9: which kinds of work a context allows is data. */
    @Test
    void aContextChoosesWhichWorkMayStart() {
        ContextProperties onlyBuilds = new ContextProperties(List.of(), Map.of(Context.WORK, Set.of(Kind.BUILD_ERROR)));

        assertHeld(
                judge(standing(Mode.ACTIVE, 10, 0), ALL_CRITICAL, onlyBuilds),
                WaitFor.CONTEXT,
                NOW.plus(Duration.ofHours(1)),
                "MODE-9");
    }

    /** MODE-10: the first rule that fits counts; full cannot merge yet and says so. */
    @ParameterizedTest
    @CsvSource({
        "acme/shop, TEST_FAILURE, true",
        "acme/shop, , true",
        ", , true",
        "acme/other, , false",
        ", BUILD_ERROR, false"
    })
    void whatIsOnlyObservedIsOnlyReported(String repository, Kind kind, boolean observed) {
        LimitProperties limits = new LimitProperties(
                Duration.ZERO,
                Set.of(Kind.values()),
                90,
                95,
                List.of(
                        new LimitProperties.Autonomy(repository, kind, LimitProperties.Level.OBSERVE),
                        new LimitProperties.Autonomy(null, null, LimitProperties.Level.FULL)));

        Admission admission = judge(standing(Mode.ACTIVE, 10, 0), limits, ANY);

        assertThat(admission).isInstanceOf(observed ? Admission.Never.class : Admission.Go.class);
        if (admission instanceof Admission.Go go) {
            assertThat(go.seen().get("autonomy")).contains("treated as SUPERVISED");
        }
    }

    private static void assertHeld(Admission admission, WaitFor what, Instant until, String rule) {
        assertThat(admission).isInstanceOfSatisfying(Admission.Hold.class, hold -> {
            assertThat(hold.what()).isEqualTo(what);
            assertThat(hold.until()).isEqualTo(until);
            assertThat(hold.decision().rule()).isEqualTo(rule);
            assertThat(hold.decision().inputs()).containsKeys("mode", "swarms at work");
        });
    }

    private static Admission judge(Standing standing, LimitProperties limits, ContextProperties contexts) {
        return Admitting.judge(WISH, standing, limits, contexts, NOW);
    }

    private static Standing standing(Mode mode, int swarms, long running) {
        return standing(mode, swarms, running, Optional.empty(), new Standing.Alert(0, Optional.empty()));
    }

    private static Standing standing(Optional<Instant> offeredAt) {
        return standing(Mode.ACTIVE, 10, 0, offeredAt, new Standing.Alert(0, Optional.empty()));
    }

    private static Standing standing(
            Mode mode, int swarms, long running, Optional<Instant> offeredAt, Standing.Alert alert) {
        return new Standing(
                mode,
                Context.WORK,
                new Stance(Duration.ofMinutes(1), Duration.ZERO, swarms, 30, mode == Mode.NIGHT),
                Optional.of(MORNING),
                running,
                offeredAt,
                false,
                alert);
    }
}
