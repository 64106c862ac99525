package dev.wakeful.planner.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.ModeEvent.Context;
import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mode on the real broker and database: told once for each change, whatever is repeated or breaks off. */
class ModesIT extends WholePlanner {

    private static final Instant NIGHT = Instant.parse("2026-11-20T23:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-21T07:00:00Z");

    /** MODE-1, MODE-2, JOB-9 */
    @Test
    void theClockChangesTheModeOnceAndTellsTheStance() {
        pass(Duration.between(Samples.NOW, NIGHT));
        ModeEvent.Changed night = awaitMode(Mode.NIGHT);
        modes.now();
        modes.now();
        pass(Duration.between(NIGHT, MORNING));
        ModeEvent.Changed day = probe.await(
                ModeEvent.Changed.class,
                changed -> changed.mode() == Mode.ACTIVE
                        && NIGHT.plus(Duration.ofDays(1)).equals(changed.until()));

        assertThat(night.stance())
                .isEqualTo(new ModeEvent.Stance(Duration.ofMinutes(3), Duration.ofSeconds(30), 3, 5, true));
        assertThat(night.until()).isEqualTo(MORNING);
        assertThat(night.context()).isEqualTo(Context.SLEEPING);
        assertThat(day.stance())
                .isEqualTo(new ModeEvent.Stance(Duration.ofMinutes(1), Duration.ofSeconds(10), 10, 30, false));
        assertThat(told(Mode.NIGHT)).hasSize(1);
        assertThat(probe.heard(ModeEvent.Decided.class))
                .as("and why (WAKE-3)")
                .anyMatch(told -> told.task() == null && told.decision().rule().equals("MODE-2"));
    }

    /** MODE-6: a return ends the night with the event that tells of it. */
    @Test
    void aReturnEndsTheNightAtOnce() {
        pass(Duration.between(Samples.NOW, NIGHT));
        awaitMode(Mode.NIGHT);
        pass(Duration.ofHours(3));

        ControlEvent.PersonSeen seen = new ControlEvent.PersonSeen("Ada", clock.instant(), "click");
        Envelope envelope = sender.send(seen);
        sender.send(seen, envelope);
        sender.send(seen);
        probe.await(
                ModeEvent.Changed.class,
                changed -> changed.mode() == Mode.ACTIVE && changed.context() == Context.AVAILABLE);
        pass(Duration.ofMinutes(30));
        await().until(() -> told(Mode.NIGHT).size() == 2);

        assertThat(told(Mode.ACTIVE).stream().filter(changed -> changed.context() == Context.AVAILABLE))
                .hasSize(1);
    }

    /** MODE-2: and the sign of life of the very command is no return. */
    @Test
    void awayStartsTheNightAndItsOwnSignDoesNotEndIt() {
        sender.send(new ControlEvent.ModeRequested(Mode.NIGHT, null, "Ada", "wakeful away"));
        ModeEvent.Changed night = awaitMode(Mode.NIGHT);
        sender.send(new ControlEvent.PersonSeen("Ada", Samples.NOW.plusSeconds(1), "command"));
        awaitSeen();

        assertThat(night.until()).isEqualTo(MORNING);
        assertThat(modeInForce()).isEqualTo("NIGHT");

        pass(Duration.ofMinutes(3));
        sender.send(new ControlEvent.PersonSeen("Ada", clock.instant(), "command"));
        await().until(() -> modeInForce().equals("ACTIVE"));
    }

    /** MODE-4, MODE-7, HEAL-6: several causes at once; only the last one's check that passes ends it. */
    @Test
    void aCrisisBeginsWithARedBranchAndEndsOnlyWhenEverythingPasses() {
        RepositoryName repository = Samples.repositoryName();
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));
        FindingEvent.Raised first = Samples.regression(repository);
        FindingEvent.Raised second = Samples.regression(repository);

        sender.send(first);
        sender.send(second);
        ModeEvent.Changed crisis = awaitMode(Mode.CRISIS);
        requested(second);
        sender.send(new ControlEvent.ModeRequested(Mode.ACTIVE, null, "Ada", "no panic"));
        sender.send(new FindingEvent.Resolved(first.finding(), Samples.GOOD, "the job passes again"));
        settle();
        modes.now();
        String whileOneIsRed = modeInForce();
        sender.send(new FindingEvent.Resolved(second.finding(), Samples.GOOD, "the job passes again"));
        await().until(() -> modeInForce().equals("ACTIVE"));

        assertThat(whileOneIsRed).isEqualTo("CRISIS");
        assertThat(crisis.until()).isNull();
        assertThat(crisis.reason()).contains(repository.value());
        assertThat(told(Mode.CRISIS)).hasSize(1);
    }

    /** MODE-4: what is flaky, or on a branch that nobody watches, is no crisis. */
    @Test
    void nothingButARegressionOnAWatchedBranchIsACrisis() {
        RepositoryName repository = Samples.repositoryName();
        sender.send(new ControlEvent.RepositoryAdded(Samples.repository(repository), "a person"));

        sender.send(Samples.raised(repository, Samples.testFailure(1, 40), Classification.FLAKY));
        sender.send(Samples.onBranch("feature/x", Samples.regression(repository)));
        settle();
        modes.now();

        assertThat(modeInForce()).isEqualTo("ACTIVE");
        assertThat(told(Mode.CRISIS)).isEmpty();
    }

    /** STATE-1 */
    @Test
    void aCrashInTheMiddleOfAChangeLosesAndDoublesNothing() {
        failInserts("outbox", 2);

        sender.send(new ControlEvent.ModeRequested(Mode.MAINTENANCE, null, "Ada", "clean up"));
        ModeEvent.Changed maintenance = awaitMode(Mode.MAINTENANCE);
        mendInserts("outbox");

        assertThat(maintenance.reason()).contains("Ada asked for it: clean up");
        assertThat(told(Mode.MAINTENANCE)).hasSize(1);
        assertThat(decisions("MODE-3: ")).isLessThanOrEqualTo(1);
    }

    /** MODE-9 */
    @Test
    void whatAPersonSaysOfThemselvesIsTold() {
        sender.send(new ControlEvent.ContextSet(Context.AWAY, Samples.NOW.plus(Duration.ofHours(1)), "Ada"));
        probe.await(ModeEvent.Changed.class, changed -> changed.context() == Context.AWAY);
        pass(Duration.ofHours(1));
        probe.await(ModeEvent.Changed.class, changed -> changed.context() == Context.WORK);

        assertThat(modeInForce()).isEqualTo("ACTIVE");
    }

    private ModeEvent.Changed awaitMode(Mode mode) {
        return probe.await(ModeEvent.Changed.class, changed -> changed.mode() == mode);
    }

    private List<ModeEvent.Changed> told(Mode mode) {
        return probe.heard(ModeEvent.Changed.class).stream()
                .filter(changed -> changed.mode() == mode)
                .toList();
    }

    private String modeInForce() {
        return jdbc.sql("select mode from mode").query(String.class).single();
    }

    private void awaitSeen() {
        await().until(() -> jdbc.sql("select signs -> 'seen' ->> 'by' from mode")
                .query(String.class)
                .optional()
                .filter("Ada"::equals)
                .isPresent());
    }

    private int decisions(String outcome) {
        return jdbc.sql("select count(*) from decision where task is null and outcome like :outcome || '%'")
                .param("outcome", outcome)
                .query(Integer.class)
                .single();
    }
}
