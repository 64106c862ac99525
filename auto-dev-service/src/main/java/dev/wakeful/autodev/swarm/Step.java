package dev.wakeful.autodev.swarm;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.SwarmEvent.Bundle;
import dev.wakeful.events.SwarmEvent.Culprit;
import dev.wakeful.events.SwarmEvent.Diff;
import dev.wakeful.events.SwarmEvent.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a swarm stands: the step that is to be done next, with all that the earlier ones found out. The whole course of a swarm is in the
 * {@code after} methods, which are pure: the same outcome of the same step always leads to the same next step.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Reproduce.class, name = "REPRODUCE"),
    @JsonSubTypes.Type(value = Step.Search.class, name = "SEARCH"),
    @JsonSubTypes.Type(value = Step.Fix.class, name = "FIX"),
    @JsonSubTypes.Type(value = Step.Verify.class, name = "VERIFY"),
    @JsonSubTypes.Type(value = Step.Pack.class, name = "BUNDLE"),
    @JsonSubTypes.Type(value = Step.Completed.class, name = "COMPLETED"),
    @JsonSubTypes.Type(value = Step.Failed.class, name = "FAILED"),
    @JsonSubTypes.Type(value = Step.Stopped.class, name = "STOPPED")
})
public sealed interface Step {

    /** Run the check on the failing revision: only what was seen red can be proven mended (VER-2). */
    record Reproduce() implements Step {

        public Step after(Evidence base) {
            String where = "The check '" + base.command() + "' ";
            return switch (base.verdict()) {
                case RED -> new Search();
                case GREEN ->
                    new Failed(
                            Reason.NOT_REPRODUCED,
                            where + "is green on the failing revision "
                                    + base.revision().abbreviated()
                                    + ": flaky, or fixed already. Nothing was changed; run the CI job again to see which.",
                            null);
                case BROKEN ->
                    new Failed(
                            Reason.CHECK_BROKEN,
                            where + (base.exitCode() == 0 ? "proves nothing about " : "could not be run on ")
                                    + base.revision().abbreviated() + " (exit code "
                                    + base.exitCode() + "): " + base.tail()
                                    + ". Correct the repository's check command and report the failure again.",
                            null);
            };
        }
    }

    /** Find the commit that turned the check red (HUNT-3). */
    record Search() implements Step {

        /** @param heats what may be tried on this repository, cheapest first */
        public Step after(Found found, SwarmRequested request, List<Heat> heats) {
            List<Heat> able = Heat.keeping(heats, strategy -> isAble(strategy, found, request));
            return switch (found) {
                case Found.TheCulprit culprit -> new Work(culprit.diagnosis(), able, List.of()).next();
                case Found.NothingGreen nothing -> withoutCulprit(nothing, request, able);
            };
        }

        private static boolean isAble(StrategyName strategy, Found found, SwarmRequested request) {
            if (strategy.equals(StrategyName.REVERT_CULPRIT)) {
                return found instanceof Found.TheCulprit;
            }
            return !strategy.equals(StrategyName.RUN_COMMAND)
                    || request.repository().fix() != null;
        }

        private static Step withoutCulprit(Found.NothingGreen nothing, SwarmRequested request, List<Heat> able) {
            Work work = new Work(null, able, List.of());
            return able.isEmpty()
                    ? new Failed(
                            Reason.NO_GOOD_REVISION,
                            nothing.inWords(request.repository().check())
                                    + (nothing.cut() == null
                                            ? ", so there is no commit to take back. Was it ever green on this machine?"
                                            : " there is no commit to take back.")
                                    + " Register a fix command, set up an agent, or mend it by hand.",
                            work)
                    : work.next();
        }
    }

    /** Make changes with the cheapest heat that is left (DEV-2). */
    record Fix(Work work) implements Step {

        public Heat heat() {
            return work.heat();
        }

        public Step after(List<Tried> tried) {
            List<Candidate> made = tried.stream()
                    .flatMap(one ->
                            one.attempted() instanceof Attempted.Made it ? Stream.of(it.candidate()) : Stream.of())
                    .toList();
            Work rest = work.with(tried.stream()
                    .flatMap(one -> one.attempted() instanceof Attempted.Nothing it
                            ? Stream.of(one.inVain(it.result(), it.message()))
                            : Stream.of()));
            return made.isEmpty() ? rest.withoutHeat().next() : new Verify(rest, made);
        }
    }

    /** Run the same check on exactly the candidates (VER-2, VER-4); the best proven one wins (DEV-2). */
    record Verify(
            Work work,

            @JsonAlias("candidate") @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<Candidate> candidates)
            implements Step {

        public Verify {
            candidates = List.copyOf(candidates);
        }

        public Step after(List<Proof> proofs) {
            if (proofs.stream().anyMatch(Proof.Lost.class::isInstance)) {
                return new Fix(work);
            }
            return proofs.stream()
                    .flatMap(proof -> proof instanceof Proof.Doubtful it ? Stream.of(it) : Stream.of())
                    .findFirst()
                    .<Step>map(doubtful -> new Failed(doubtful.reason(), doubtful.why(), work))
                    .orElseGet(() -> judged(proofs));
        }

        private Step judged(List<Proof> proofs) {
            Work rest = work.with(proofs.stream().flatMap(proof -> proof.inVain().stream()));
            List<Proof.Checked> green = proofs.stream()
                    .flatMap(proof -> proof instanceof Proof.Checked it && it.isGreen() ? Stream.of(it) : Stream.of())
                    .sorted(Proof.Checked.BEST)
                    .toList();
            return green.isEmpty()
                    ? rest.withoutHeat().next()
                    : new Pack(
                            rest.with(green.stream().skip(1).map(proof -> proof.outdoneBy(green.getFirst()))),
                            green.getFirst().candidate());
        }
    }

    /** Put the proven candidate where others can fetch it. */
    record Pack(Work work, Candidate candidate) implements Step {

        public Step after(Packed packed) {
            return switch (packed) {
                case Packed.Lost lost -> new Fix(work);
                case Packed.Ready ready ->
                    new Completed(work, candidate.reviewed(ready.review()), ready.bundle(), ready.diff());
            };
        }
    }

    /** The end: a proven change. */
    record Completed(Work work, Candidate candidate, Bundle bundle, Diff diff) implements Step {}

    /** The end without a proven change, for a reason a person understands. */
    record Failed(Reason reason, String message, @Nullable Work work) implements Step {

        /** The end that comes from outside the course; what the step knew is kept. */
        public static Failed from(Step step, Reason reason, String message) {
            return new Failed(reason, message, work(step));
        }

        private static @Nullable Work work(Step step) {
            return switch (step) {
                case Reproduce reproduce -> null;
                case Search search -> null;
                case Fix fix -> fix.work();
                case Verify verify -> verify.work();
                case Pack pack -> pack.work();
                case Completed completed -> completed.work();
                case Failed failed -> failed.work();
                case Stopped stopped -> null;
            };
        }

        public Optional<Culprit> culprit() {
            return Optional.ofNullable(work).map(Work::diagnosis).map(Diagnosis::culprit);
        }
    }

    /** The end that the system itself made, at an emergency stop (STOP-3) or because the swarm was told to end (BUD-5, MODE-4). */
    record Stopped(String reason) implements Step {}

    /** Nothing is left to do; no outcome leads out of here. */
    default boolean isEnd() {
        return this instanceof Completed || this instanceof Failed || this instanceof Stopped;
    }
}
