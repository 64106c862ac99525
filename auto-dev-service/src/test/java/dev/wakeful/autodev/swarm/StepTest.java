package dev.wakeful.autodev.swarm;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void onlyWhatWasSeenRedIsWorkedOn() {
        Step.Reproduce reproduce = new Step.Reproduce();

        assertThat(reproduce.after(evidence(Verdict.RED))).isEqualTo(new Step.Search());
        assertThat(reason(reproduce.after(evidence(Verdict.GREEN)))).isEqualTo(Reason.NOT_REPRODUCED);
        assertThat(reason(reproduce.after(evidence(Verdict.BROKEN)))).isEqualTo(Reason.CHECK_BROKEN);
    }

    @Test
    void theCheapestStrategyComesFirst() {
        Step step = new Step.Search().after(new Found.TheCulprit(DIAGNOSIS), request("make fix"));

        assertThat(step)
                .isEqualTo(
                        new Step.Fix(work(List.of(StrategyName.REVERT_CULPRIT, StrategyName.RUN_COMMAND), List.of())));
    }

    @Test
    void withoutACulpritOnlyTheFixCommandIsLeft() {
        Found nothing = new Found.NothingGreen(11);

        assertThat(reason(new Step.Search().after(nothing, request(null)))).isEqualTo(Reason.NO_GOOD_REVISION);
        assertThat(new Step.Search().after(nothing, request("make fix")))
                .isEqualTo(new Step.Fix(new Work(null, List.of(StrategyName.RUN_COMMAND), List.of())));
    }

    @Test
    void aConflictLeadsToTheNextStrategyAndAloneToTheEnd() {
        Attempted conflict = new Attempted.Nothing(Result.CONFLICT, "a.txt");

        Step last = new Step.Fix(work(List.of(StrategyName.REVERT_CULPRIT), List.of())).after(conflict);
        Step next = new Step.Fix(work(List.of(StrategyName.REVERT_CULPRIT, StrategyName.RUN_COMMAND), List.of()))
                .after(conflict);

        assertThat(reason(last)).isEqualTo(Reason.REVERT_CONFLICTS);
        assertThat(((Step.Failed) last).culprit()).contains(CULPRIT);
        assertThat(((Step.Fix) next).strategy()).isEqualTo(StrategyName.RUN_COMMAND);
    }

    @Test
    void onlyAGreenHeadIsPacked() {
        Step.Verify verify = new Step.Verify(work(List.of(StrategyName.REVERT_CULPRIT), List.of()), CANDIDATE);

        assertThat(verify.after(new Proof.Checked(evidence(Verdict.GREEN)))).isInstanceOf(Step.Pack.class);
        assertThat(reason(verify.after(new Proof.Checked(evidence(Verdict.RED)))))
                .isEqualTo(Reason.NOT_FIXED);
        assertThat(reason(verify.after(new Proof.Checked(evidence(Verdict.BROKEN)))))
                .isEqualTo(Reason.NOT_FIXED);
    }

    @Test
    void aCandidateThatIsLostIsMadeAgain() {
        Work work = work(List.of(StrategyName.REVERT_CULPRIT), List.of());

        assertThat(new Step.Verify(work, CANDIDATE).after(new Proof.Lost())).isEqualTo(new Step.Fix(work));
        assertThat(new Step.Pack(work, CANDIDATE).after(new Packed.Lost())).isEqualTo(new Step.Fix(work));
    }

    /** STATE-1 */
    @Test
    void everyStepSurvivesBeingWrittenDown() {
        Work work = work(
                List.of(StrategyName.RUN_COMMAND),
                List.of(new Attempt(StrategyName.REVERT_CULPRIT, Result.CONFLICT, "a.txt")));
        Bundle bundle = new Bundle(URI.create("http://127.0.0.1/x"), "00", 7);
        Diff diff = new Diff("+", false, 1, 1, 0);
        JsonMapper json = JsonMapper.builder().build();

        for (Step step : List.of(
                new Step.Reproduce(),
                new Step.Search(),
                new Step.Fix(work),
                new Step.Verify(work, CANDIDATE),
                new Step.Pack(work, CANDIDATE),
                new Step.Completed(work, CANDIDATE, bundle, diff),
                new Step.Failed(Reason.NOT_FIXED, "no", work),
                new Step.Failed(Reason.NOT_REPRODUCED, "no", null))) {
            assertThat(json.readValue(json.writeValueAsString(step), Step.class))
                    .isEqualTo(step);
        }
    }

    private static Work work(List<StrategyName> untried, List<Attempt> attempts) {
        return new Work(DIAGNOSIS, untried, attempts);
    }

    private static @Nullable Reason reason(Step step) {
        return step instanceof Step.Failed failed ? failed.reason() : null;
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
