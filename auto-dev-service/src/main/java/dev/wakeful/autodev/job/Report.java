package dev.wakeful.autodev.job;

import dev.wakeful.autodev.brief.Flags;
import dev.wakeful.autodev.inspection.Ledger;
import dev.wakeful.autodev.process.ProcessRecords;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Diagnosis;
import dev.wakeful.autodev.swarm.Step;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Culprit;
import dev.wakeful.events.SwarmEvent.Progressed;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said when a step is reached. */
@Component
class Report {

    private final Ledger ledger;
    private final Flags flags;
    private final ProcessRecords processes;
    private final TrialReport trials;
    private final Sandbox sandbox;

    Report(Ledger ledger, Flags flags, ProcessRecords processes, TrialReport trials, Sandbox sandbox) {
        this.ledger = ledger;
        this.flags = flags;
        this.processes = processes;
        this.trials = trials;
        this.sandbox = sandbox;
    }

    SwarmEvent of(Step reached, Claim claim) {
        SwarmRequested request = claim.request();
        return switch (reached) {
            case Step.Reproduce reproduce ->
                progressed(request, "reproducing", "The check is run on the failing revision");
            case Step.Search search ->
                progressed(
                        request,
                        "bisecting",
                        "Reproduced on " + request.revision().abbreviated() + "; looking for the culprit");
            case Step.Fix fix -> progressed(request, "fixing", culprit(fix.work()) + "trying " + fix.heat());
            case Step.Verify verify ->
                progressed(
                        request,
                        "verifying",
                        verify.candidates().stream()
                                        .map(candidate -> candidate.strategy() + " made "
                                                + candidate.head().abbreviated())
                                        .collect(Collectors.joining(", "))
                                + "; the same check and the pipeline run on it");
            case Step.Pack pack ->
                progressed(
                        request,
                        "bundling",
                        "Red on " + request.revision().abbreviated() + ", green on "
                                + pack.candidate().head().abbreviated());
            case Step.Completed completed -> completed(completed, claim);
            case Step.Failed failed -> failed(failed, request);
            case Step.Stopped stopped ->
                new SwarmEvent.Stopped(
                        request.swarm(),
                        request.task(),
                        request.finding(),
                        request.repository().name(),
                        stopped.reason(),
                        processes.usage(request.swarm()));
        };
    }

    private static Progressed progressed(SwarmRequested request, String step, String message) {
        return new Progressed(request.swarm(), request.task(), step, message);
    }

    private static String culprit(Work work) {
        Diagnosis diagnosis = work.diagnosis();
        return diagnosis == null
                ? "No culprit is known; "
                : "The culprit is " + diagnosis.culprit().revision().abbreviated() + " \""
                        + diagnosis.culprit().subject() + "\" by "
                        + diagnosis.culprit().author() + "; ";
    }

    private SwarmEvent completed(Step.Completed end, Claim claim) {
        SwarmRequested request = claim.request();
        Diagnosis diagnosis = end.work().diagnosis();
        @Nullable Culprit culprit = diagnosis == null ? null : diagnosis.culprit();
        return new SwarmEvent.Completed(
                request.swarm(),
                request.task(),
                request.finding(),
                request.repository().name(),
                request.branch(),
                request.revision(),
                end.candidate().head(),
                end.candidate().strategy().toString(),
                culprit,
                end.candidate().title(),
                end.bundle(),
                end.diff(),
                ledger.evidence(request.swarm()),
                processes.usage(request.swarm()),
                suspicions(end.candidate(), request),
                end.candidate().claim(),
                claim.swarm().epoch(),
                trials.of(request.swarm(), end.work()),
                sandbox.name());
    }

    /** What the change may do to the checks, and what the swarm met that reads like an order; both are for a person, whoever made it. */
    private List<Suspicion> suspicions(Candidate candidate, SwarmRequested request) {
        return Stream.of(
                        ledger.suspicions(request.swarm(), candidate.head()),
                        flags.of(request.swarm()),
                        candidate.flags())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private SwarmEvent failed(Step.Failed end, SwarmRequested request) {
        List<Evidence> evidence = ledger.evidence(request.swarm());
        return new SwarmEvent.Failed(
                request.swarm(),
                request.task(),
                request.finding(),
                request.repository().name(),
                end.reason(),
                request.repository().name() + ": " + end.message() + notThere(end.reason(), evidence),
                end.culprit().orElse(null),
                evidence,
                processes.usage(request.swarm()),
                end.work() == null ? null : trials.of(request.swarm(), end.work()),
                flags.of(request.swarm()));
    }

    /** A check that is not green may be so for what its tree does not hold. */
    private static String notThere(Reason reason, List<Evidence> evidence) {
        return switch (reason) {
            case CHECK_BROKEN, NO_GOOD_REVISION, REVERT_CONFLICTS, NOT_FIXED ->
                evidence.stream()
                        .filter(seen -> seen.role() == Role.BASE && seen.step() == null && seen.note() != null)
                        .findFirst()
                        .map(seen -> " " + seen.note())
                        .orElse("");
            case NOT_REPRODUCED, REPOSITORY_GONE, TIME_LIMIT, ENVIRONMENT -> "";
        };
    }
}
