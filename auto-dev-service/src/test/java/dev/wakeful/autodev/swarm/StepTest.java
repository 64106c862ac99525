package dev.wakeful.autodev.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Bundle;
import dev.wakeful.events.SwarmEvent.Culprit;
import dev.wakeful.events.SwarmEvent.Diff;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.WatchedRepository;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The course of a swarm: DEV-2, VER-2, VER-4. */
class StepTest {

    private static final Revision BASE = new Revision("b".repeat(40));
    private static final Revision HEAD = new Revision("c".repeat(40));
    private static final Culprit CULPRIT = new Culprit(new Revision("a".repeat(40)), "Ada", "Sell more");
    private static final Diagnosis DIAGNOSIS = new Diagnosis(CULPRIT, new Revision("d".repeat(40)), true);
    private static final Candidate CANDIDATE = new Candidate(StrategyName.REVERT_CULPRIT, HEAD, "Revert");
    private static final StrategyName CLAUDE = new StrategyName("claude");
    private static final StrategyName CODEX = new StrategyName("codex");
    private static final List<Heat> ALL = List.of(
            Heat.of(StrategyName.REVERT_CULPRIT), Heat.of(StrategyName.RUN_COMMAND), new Heat(List.of(CLAUDE, CODEX)));

    @Test
    void onlyWhatWasSeenRedIsWorkedOn() {
        Step.Reproduce reproduce = new Step.Reproduce();

        assertThat(reproduce.after(evidence(Verdict.RED))).isEqualTo(new Step.Search());
        assertThat(reason(reproduce.after(evidence(Verdict.GREEN)))).isEqualTo(Reason.NOT_REPRODUCED);
        assertThat(reason(reproduce.after(evidence(Verdict.BROKEN)))).isEqualTo(Reason.CHECK_BROKEN);
    }

    /** DEV-2 */
    @Test
    void theCheapestStrategyComesFirst() {
        Step step = new Step.Search().after(new Found.TheCulprit(DIAGNOSIS), request("make fix"), ALL);

        assertThat(step).isEqualTo(new Step.Fix(new Work(DIAGNOSIS, ALL, List.of())));
    }

    @Test
    void withoutACulpritThereIsNothingToTakeBack() {
        Found nothing = new Found.NothingGreen(11, null);
        List<Heat> two = ALL.subList(0, 2);

        assertThat(reason(new Step.Search().after(nothing, request(null), two))).isEqualTo(Reason.NO_GOOD_REVISION);
        assertThat(new Step.Search().after(nothing, request("make fix"), two))
                .isEqualTo(new Step.Fix(new Work(null, ALL.subList(1, 2), List.of())));
        assertThat(new Step.Search().after(nothing, request(null), ALL))
                .isEqualTo(new Step.Fix(new Work(null, ALL.subList(2, 3), List.of())));
    }

    /** Bad input of issue 4: shallow history. */
    @Test
    void whereTheHistoryWasCutThatIsSaid() {
        Step cut = new Step.Search().after(new Found.NothingGreen(3, BASE), request(null), ALL.subList(0, 2));
        Step single = new Step.Search().after(new Found.NothingGreen(0, BASE), request(null), ALL.subList(0, 2));
        Step whole = new Step.Search().after(new Found.NothingGreen(3, null), request(null), ALL.subList(0, 2));

        assertThat(message(cut)).contains("None of the 3 earlier", "is shallow", "ends at " + BASE.abbreviated());
        assertThat(message(single)).contains("There is no earlier revision", "git fetch --unshallow");
        assertThat(message(whole)).contains("ever green on this machine?").doesNotContain("shallow");
    }

    /** VER-2: what is green by itself proves nothing. */
    @Test
    void aChangeOfAFlakyFailureIsNotOffered() {
        Step.Verify verify = new Step.Verify(work(ALL.subList(0, 2)), List.of(CANDIDATE));

        Step flaky = verify.after(List.of(new Proof.Doubtful(CANDIDATE, evidence(Verdict.GREEN), 2)));
        Step broken = verify.after(List.of(new Proof.Doubtful(CANDIDATE, evidence(Verdict.BROKEN), 1)));

        assertThat(reason(flaky)).isEqualTo(Reason.NOT_REPRODUCED);
        assertThat(message(flaky)).contains("red on the failing revision", "2 times", "flaky", HEAD.abbreviated());
        assertThat(reason(broken)).isEqualTo(Reason.CHECK_BROKEN);
        assertThat(message(broken)).contains("could not be run there again", "not offered");
    }

    @Test
    void aConflictLeadsToTheNextStrategyAndAloneToTheEnd() {
        Attempted conflict = new Attempted.Nothing(Result.CONFLICT, "a.txt");
        List<Tried> tried = List.of(new Tried(StrategyName.REVERT_CULPRIT, conflict));

        Step last = new Step.Fix(work(ALL.subList(0, 1))).after(tried);
        Step next = new Step.Fix(work(ALL)).after(tried);

        assertThat(reason(last)).isEqualTo(Reason.REVERT_CONFLICTS);
        assertThat(((Step.Failed) last).culprit()).contains(CULPRIT);
        assertThat(((Step.Fix) next).heat()).isEqualTo(ALL.get(1));
    }

    @Test
    void onlyAGreenHeadIsPacked() {
        Step.Verify verify = new Step.Verify(work(ALL.subList(0, 1)), List.of(CANDIDATE));

        assertThat(verify.after(List.of(checked(CANDIDATE, Verdict.GREEN, 1)))).isInstanceOf(Step.Pack.class);
        assertThat(reason(verify.after(List.of(checked(CANDIDATE, Verdict.RED, 1)))))
                .isEqualTo(Reason.NOT_FIXED);
        assertThat(reason(verify.after(List.of(checked(CANDIDATE, Verdict.BROKEN, 1)))))
                .isEqualTo(Reason.NOT_FIXED);
    }

    /** DEV-2 */
    @Test
    void theSmallestProvenCandidateWinsTheRace() {
        Candidate wrong = new Candidate(StrategyName.RUN_COMMAND, HEAD, "Wrong");
        Candidate large = new Candidate(CLAUDE, HEAD, "Large");
        Candidate small = new Candidate(CODEX, HEAD, "Small");
        Step.Verify verify = new Step.Verify(work(ALL.subList(2, 3)), List.of(wrong, large, small));

        Step step = verify.after(List.of(
                checked(wrong, Verdict.RED, 1), checked(large, Verdict.GREEN, 40), checked(small, Verdict.GREEN, 4)));

        Step.Pack pack = (Step.Pack) step;
        assertThat(pack.candidate()).isEqualTo(small);
        assertThat(pack.work().attempts())
                .extracting(Attempt::strategy, Attempt::result)
                .containsExactly(tuple(StrategyName.RUN_COMMAND, Result.NOT_GREEN), tuple(CLAUDE, Result.OUTDONE));
    }

    /** VER-3 */
    @Test
    void aLargeChangeThatWeakensNothingBeatsASmallOneThatMay() {
        Candidate honest = new Candidate(CLAUDE, HEAD, "Large");
        Candidate tampering = new Candidate(CODEX, HEAD, "Small");
        Step.Verify verify = new Step.Verify(work(ALL.subList(2, 3)), List.of(tampering, honest));

        Step step =
                verify.after(List.of(checked(tampering, Verdict.GREEN, 1, 2), checked(honest, Verdict.GREEN, 0, 200)));

        assertThat(((Step.Pack) step).candidate()).isEqualTo(honest);
    }

    @Test
    void whoeverLeadsToNothingInARaceLeavesItToTheOthers() {
        Candidate made = new Candidate(CODEX, HEAD, "Small");
        Step.Fix race = new Step.Fix(work(ALL.subList(2, 3)));

        Step step = race.after(List.of(
                new Tried(CLAUDE, new Attempted.Nothing(Result.NOT_APPLICABLE, "it changed nothing.")),
                new Tried(CODEX, new Attempted.Made(made))));

        assertThat(step)
                .isEqualTo(new Step.Verify(
                        new Work(
                                DIAGNOSIS,
                                ALL.subList(2, 3),
                                List.of(new Attempt(CLAUDE, Result.NOT_APPLICABLE, "it changed nothing."))),
                        List.of(made)));
    }

    @Test
    void aCandidateThatIsLostIsMadeAgain() {
        Work work = work(ALL.subList(0, 1));

        assertThat(new Step.Verify(work, List.of(CANDIDATE)).after(List.of(new Proof.Lost())))
                .isEqualTo(new Step.Fix(work));
        assertThat(new Step.Pack(work, CANDIDATE).after(new Packed.Lost())).isEqualTo(new Step.Fix(work));
    }

    /** A swarm that was at work when the system was brought up to date goes on (STATE-1). */
    @Test
    void stepsThatWereWrittenDownBeforeThereWereRacesAreRead() {
        JsonMapper json = JsonMapper.builder().build();
        String old = """
                {"step": "VERIFY", "work": {"untried": ["REVERT_CULPRIT", "RUN_COMMAND"], "attempts": []},
                 "candidate": {"strategy": "REVERT_CULPRIT", "head": "%s", "title": "Revert"}}
                """.formatted(HEAD);

        assertThat(json.readValue(old, Step.class))
                .isEqualTo(new Step.Verify(new Work(null, ALL.subList(0, 2), List.of()), List.of(CANDIDATE)));
    }

    /** STATE-1 */
    @Test
    void everyStepSurvivesBeingWrittenDown() {
        Work work = new Work(
                DIAGNOSIS,
                ALL.subList(1, 3),
                List.of(new Attempt(StrategyName.REVERT_CULPRIT, Result.CONFLICT, "a.txt")));
        Bundle bundle = new Bundle(URI.create("http://127.0.0.1/x"), "00", 7);
        Diff diff = new Diff("+", false, 1, 1, 0);
        JsonMapper json = JsonMapper.builder().build();

        for (Step step : List.of(
                new Step.Reproduce(),
                new Step.Search(),
                new Step.Fix(work),
                new Step.Verify(work, List.of(CANDIDATE)),
                new Step.Pack(work, CANDIDATE),
                new Step.Completed(work, CANDIDATE, bundle, diff),
                new Step.Failed(Reason.NOT_FIXED, "no", work),
                new Step.Failed(Reason.NOT_REPRODUCED, "no", null))) {
            assertThat(json.readValue(json.writeValueAsString(step), Step.class))
                    .isEqualTo(step);
        }
    }

    private static Work work(List<Heat> untried) {
        return new Work(DIAGNOSIS, untried, List.of());
    }

    private static Proof.Checked checked(Candidate candidate, Verdict verdict, int lines) {
        return checked(candidate, verdict, 0, lines);
    }

    private static Proof.Checked checked(Candidate candidate, Verdict verdict, int suspicions, int lines) {
        return new Proof.Checked(candidate, evidence(verdict), suspicions, lines);
    }

    private static @Nullable Reason reason(Step step) {
        return step instanceof Step.Failed failed ? failed.reason() : null;
    }

    private static String message(Step step) {
        return step instanceof Step.Failed failed ? failed.message() : "";
    }

    private static SwarmRequested request(@Nullable String fix) {
        return Requests.requested(
                new WatchedRepository(new RepositoryName("acme/shop"), "/srv/shop", "main", "make test", fix),
                BASE,
                null);
    }

    private static Evidence evidence(Verdict verdict) {
        return new Evidence(
                Role.BASE, Grade.OBSERVED, BASE, "make test", verdict, 1, Duration.ofSeconds(1), Instant.EPOCH, "said");
    }
}
