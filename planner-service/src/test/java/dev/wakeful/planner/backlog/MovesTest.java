package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ChangeId;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.planner.Samples;
import dev.wakeful.planner.authority.Terms;
import dev.wakeful.planner.dispatch.Offer;
import dev.wakeful.planner.dispatch.WaitFor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The task's life: TRG-16, TRG-17, LIM-4, BUD-2 */
class MovesTest {

    private static final FindingEvent.Raised FINDING = Samples.regression(Samples.repositoryName());
    private static final TaskId TASK = TaskId.make(Samples.NOW);
    private static final SwarmId SWARM = SwarmId.make(Samples.NOW);
    private static final SwarmId OLD_SWARM = SwarmId.make(Samples.NOW.minusSeconds(60));
    private static final Offer OFFER = new Offer(Duration.ofMinutes(30), Money.micros(240_000), 2);
    private static final TaskState RUNNING = new TaskState.Running(SWARM, Tries.FIRST);
    private static final Tries DENIED_ONCE = new Tries(1, 1, Optional.empty());
    private static final TaskState PROVEN = new TaskState.Proven(SWARM, Tries.FIRST);
    private static final TaskState PROPOSED = new TaskState.Proposed(ChangeId.make(Samples.NOW), "url");
    private static final TaskState POSTPONED = new TaskState.Postponed(Samples.NOW, Tries.FIRST, WaitFor.BUDGET);
    private static final TaskState AWAITING =
            new TaskState.AwaitingApproval(Question.of(OFFER, Samples.NOW, Duration.ofHours(12)), Tries.FIRST);
    private static final TaskState PLANNED = new TaskState.Planned(Samples.NOW);

    @Test
    void aProvenFixIsRememberedAndItsOfferEndsTheTask() {
        Optional<TaskState> proven = Moves.on(task(RUNNING), Samples.completed(SWARM, TASK, FINDING));
        Optional<Move> proposed = Moves.on(task(proven.orElseThrow()), proposal(SWARM));

        assertThat(proven).contains(PROVEN);
        assertThat(proposed).map(Move::to).containsInstanceOf(TaskState.Proposed.class);
    }

    @Test
    void anOfferThatIsToldBeforeTheProofCountsToo() {
        assertThat(Moves.on(task(RUNNING), proposal(SWARM))).isPresent();
        assertThat(Moves.on(task(PROPOSED), Samples.completed(SWARM, TASK, FINDING)))
                .isEmpty();
    }

    @Test
    void aRefusedOfferIsSetAsideWithItsReason() {
        ChangeEvent.Refused refused = Samples.refused(SWARM, TASK, FINDING.repository());

        Move move = Moves.on(task(PROVEN), refused).orElseThrow();

        assertThat(move.to()).isEqualTo(new TaskState.Parked());
        assertThat(move.decision().outcome()).contains("the branch exists already");
    }

    /** BUD-2: the ledger names the end of time when no window will ever have that much. */
    @Test
    void aDenialThatNoBudgetWindowCanHealIsSetAside() {
        BudgetEvent.Denied denied = Samples.denied(SWARM, Instant.parse("9999-12-31T00:00:00Z"));

        Move move = Moves.on(task(RUNNING), denied, Samples.NOW).orElseThrow();

        assertThat(move.to()).isEqualTo(new TaskState.Parked());
        assertThat(move.decision().outcome()).contains("never has that much");
    }

    static Stream<TaskState> statesThatNoSwarmMoves() {
        return Stream.of(
                PLANNED,
                POSTPONED,
                PROPOSED,
                AWAITING,
                new TaskState.Parked(),
                new TaskState.Closed(),
                new TaskState.Running(SwarmId.make(Samples.NOW), Tries.FIRST.again()));
    }

    /** STATE-3: terminal states absorb; so does a task that another swarm serves now. */
    @ParameterizedTest
    @MethodSource("statesThatNoSwarmMoves")
    void lateWordOfASwarmMovesNothing(TaskState state) {
        Task task = task(state);

        assertThat(Moves.on(task, Samples.completed(OLD_SWARM, TASK, FINDING))).isEmpty();
        assertThat(Moves.on(task, proposal(OLD_SWARM))).isEmpty();
        assertThat(Moves.on(task, Samples.refused(OLD_SWARM, TASK, FINDING.repository())))
                .isEmpty();
        assertThat(Moves.on(task, Samples.denied(OLD_SWARM, Samples.NOW), Samples.NOW))
                .isEmpty();
        assertThat(Setback.of(task, failed(OLD_SWARM, Reason.ENVIRONMENT), OFFER))
                .isEmpty();
    }

    @Test
    void aDenialAfterTheProofMovesNothing() {
        assertThat(Moves.on(task(PROVEN), Samples.denied(SWARM, Samples.NOW), Samples.NOW))
                .isEmpty();
    }

    /** BUD-2: a denial is no attempt. */
    @Test
    void aDenialPostponesUntilTheWindowEndsAndUsesUpNoAttempt() {
        Instant retryAt = Samples.NOW.plusSeconds(3600);

        Move move = Moves.on(task(RUNNING), Samples.denied(SWARM, retryAt), Samples.NOW)
                .orElseThrow();

        assertThat(move.to()).isEqualTo(new TaskState.Postponed(retryAt, DENIED_ONCE, WaitFor.BUDGET));
        assertThat(move.decision().outcome()).contains("hour:2026-11-20T12");
    }

    @Test
    void aDenialThatIsOverAlreadyStillWaitsAMinute() {
        BudgetEvent.Denied denied = Samples.denied(SWARM, Samples.NOW.minusSeconds(5));

        assertThat(Moves.on(task(RUNNING), denied, Samples.NOW))
                .map(Move::to)
                .contains(new TaskState.Postponed(Samples.NOW.plusSeconds(60), DENIED_ONCE, WaitFor.BUDGET));
    }

    /** LIM-4 */
    @Test
    void denialsAreNotWaitedForWithoutEnd() {
        TaskState last = new TaskState.Running(SWARM, new Tries(1, Tries.MOST_DENIALS - 1, Optional.empty()));

        assertThat(Moves.on(task(last), Samples.denied(SWARM, Samples.NOW), Samples.NOW))
                .map(Move::to)
                .contains(new TaskState.Parked());
    }

    /** TRG-16: two full attempts, and only where another one may end differently. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyAPassingCauseIsTriedAgain(Reason reason) {
        Setback first = Setback.of(task(RUNNING), failed(SWARM, reason), OFFER).orElseThrow();
        TaskState second = new TaskState.Running(SWARM, Tries.FIRST.again());

        boolean again = reason == Reason.ENVIRONMENT || reason == Reason.TIME_LIMIT;
        assertThat(first).isInstanceOf(again ? Setback.TryAgain.class : Setback.GiveUp.class);
        assertThat(Setback.of(task(second), failed(SWARM, reason), OFFER)).containsInstanceOf(Setback.GiveUp.class);
    }

    /** TRG-16: as many as the policy says. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void attemptsAreAsManyAsThePolicySays(int most) {
        Offer offer = new Offer(OFFER.timeLimit(), OFFER.quote(), most);
        Tries tries = Tries.FIRST;
        for (int made = 1; made < most; made++) {
            assertThat(Setback.of(task(new TaskState.Running(SWARM, tries)), failed(SWARM, Reason.ENVIRONMENT), offer))
                    .containsInstanceOf(Setback.TryAgain.class);
            tries = tries.again();
        }

        assertThat(Setback.of(task(new TaskState.Running(SWARM, tries)), failed(SWARM, Reason.ENVIRONMENT), offer))
                .containsInstanceOf(Setback.GiveUp.class);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void givingUpSaysWhyAndWhatAPersonCanDo(Reason reason) {
        TaskState second = new TaskState.Running(SWARM, Tries.FIRST.again());

        Setback setback = Setback.of(task(second), failed(SWARM, reason), OFFER).orElseThrow();

        Move move = ((Setback.GiveUp) setback).move();
        assertThat(move.decision().inputs()).containsEntry("message", "as the swarm says it");
        assertThat(move.decision().outcome()).containsAnyOf("re-run", "by hand");
    }

    /** DEV-5: what somebody outside says to agents lowers the trust of the task, so no second attempt is made without a person. */
    @Test
    void aTaskThatSpeaksToAgentsIsNotTriedAgainWithoutAPerson() {
        SwarmEvent.Failed clean = failed(SWARM, Reason.ENVIRONMENT);
        SwarmEvent.Failed hostile = Samples.speakingToAgents(clean, "CLAUDE.md");
        SwarmEvent.Failed last = Samples.speakingToAgents(failed(SWARM, Reason.NOT_FIXED), "log");

        assertThat(Setback.of(task(RUNNING), clean, OFFER)).containsInstanceOf(Setback.TryAgain.class);
        Setback setback = Setback.of(task(RUNNING), hostile, OFFER).orElseThrow();

        assertThat(setback).isInstanceOf(Setback.Ask.class);
        assertThat(((Setback.Ask) setback).why().outcome()).contains("speaks to agents, in CLAUDE.md");
        Move move = ((Setback.GiveUp) Setback.of(task(RUNNING), last, OFFER).orElseThrow()).move();
        assertThat(move.decision().inputs()).containsEntry("speaks to agents", "log");
    }

    /** DEV-5, needs row 9: the agent is told where in CI it failed. */
    @Test
    void aSwarmIsAskedForWithTheStepAndTheRun() {
        Start start = Start.of(
                task(PLANNED),
                Samples.repository(FINDING.repository()),
                Tries.FIRST,
                SWARM,
                OFFER,
                new Start.Why("x", Map.of()));

        assertThat(start.request().step()).isEqualTo("Run tests");
        assertThat(start.request().url()).isEqualTo("https://ci.example/runs/1");
    }

    /** TRG-17 */
    @Test
    void whatTurnedOutFlakyIsNotTriedAgain() {
        Task flaky = new Task(
                TASK,
                FINDING,
                Classification.FLAKY,
                task(RUNNING).terms(),
                RUNNING,
                task(RUNNING).origin());

        assertThat(Setback.of(flaky, failed(SWARM, Reason.ENVIRONMENT), OFFER))
                .containsInstanceOf(Setback.GiveUp.class);
        assertThat(Moves.on(flaky, Samples.denied(SWARM, Samples.NOW), Samples.NOW))
                .map(Move::to)
                .contains(new TaskState.Parked());
    }

    /** AUTH-11: the cap is a condition; a person may say yes to more. */
    @Test
    void attemptsThatCouldCostMoreThanTheCapAreAskedFor() {
        Offer dear = new Offer(Duration.ofHours(4), Money.dollars(3), 2);

        assertThat(Setback.of(task(RUNNING), failed(SWARM, Reason.TIME_LIMIT), dear))
                .containsInstanceOf(Setback.Ask.class);
    }

    /** AUTH-10: a yes is for exactly what was shown, one attempt. */
    @Test
    void aSecondAttemptAfterAYesIsAskedForAgain() {
        TaskState approved = new TaskState.Running(SWARM, Tries.FIRST.approved(Money.micros(240_000)));

        Setback setback = Setback.of(task(approved), failed(SWARM, Reason.ENVIRONMENT), OFFER)
                .orElseThrow();

        assertThat(setback)
                .isInstanceOfSatisfying(
                        Setback.Ask.class, ask -> assertThat(ask.tries()).isEqualTo(new Tries(2, 0, Optional.empty())));
    }

    /** BUD-7: only the automatic part of the day's money leaves a larger part that a person can open. */
    @ParameterizedTest
    @CsvSource({"day-automatic:2026-11-20, true", "day:2026-11-20, false", "night:2026-11-20, false"})
    void aDenialByTheAutomaticPartAsksAPerson(String scope, boolean asks) {
        BudgetEvent.Denied denied =
                new BudgetEvent.Denied(SWARM, OFFER.quote(), scope, Money.ZERO, Samples.NOW.plusSeconds(3600));
        TaskState approved = new TaskState.Running(SWARM, Tries.FIRST.approved(OFFER.quote()));

        assertThat(Moves.asksForApprovedMoney(task(RUNNING), denied)).isEqualTo(asks);
        assertThat(Moves.asksForApprovedMoney(task(approved), denied)).isFalse();
        assertThat(Moves.asksForApprovedMoney(task(PROVEN), denied)).isFalse();
    }

    /** TRG-17: what has not started is not started; what runs is let finish. */
    @Test
    void aFlakyFindingIsNotStartedAnyMore() {
        FindingEvent.Reclassified flaky =
                new FindingEvent.Reclassified(FINDING.finding(), Classification.FLAKY, "passes and fails");

        assertThat(Stream.of(PLANNED, POSTPONED, AWAITING))
                .allSatisfy(state ->
                        assertThat(Moves.on(task(state), flaky)).map(Move::to).contains(new TaskState.Parked()));
        assertThat(Stream.of(RUNNING, PROVEN, PROPOSED, new TaskState.Parked(), new TaskState.Closed()))
                .allSatisfy(state -> assertThat(Moves.on(task(state), flaky)).isEmpty());
    }

    @Test
    void aResolvedFindingClosesTheTaskWhereverItIsOnce() {
        FindingEvent.Resolved resolved =
                new FindingEvent.Resolved(FINDING.finding(), Samples.GOOD, "the job passes again");

        assertThat(Stream.of(PLANNED, RUNNING, PROVEN, POSTPONED, PROPOSED, new TaskState.Parked()))
                .allSatisfy(state -> assertThat(Moves.on(task(state), resolved))
                        .map(Move::to)
                        .contains(new TaskState.Closed()));
        assertThat(Moves.on(task(new TaskState.Closed()), resolved)).isEmpty();
    }

    @Test
    void theTitleSaysWhatFailsAndIsShort() {
        Move move = Moves.repositoryUnknown(task(PLANNED));

        TaskEvent told = move.told(task(PLANNED)).orElseThrow();

        assertThat(told)
                .isInstanceOfSatisfying(
                        TaskEvent.Parked.class,
                        parked -> assertThat(parked.title()).isEqualTo("CalculatorTest.adds fails"));
    }

    private static Task task(TaskState state) {
        return new Task(
                TASK,
                FINDING,
                Classification.REGRESSION,
                new Terms(1, 1, Money.dollars(5)),
                state,
                new Origin(LineageId.make(Samples.NOW), null, null));
    }

    private static ChangeEvent.Proposed proposal(SwarmId swarm) {
        return Samples.proposed(swarm, TASK, FINDING.repository());
    }

    private static SwarmEvent.Failed failed(SwarmId swarm, Reason reason) {
        return Samples.failed(swarm, TASK, FINDING, reason);
    }
}
