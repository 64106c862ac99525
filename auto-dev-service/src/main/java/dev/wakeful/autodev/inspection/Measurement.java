package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.check.Commands;
import dev.wakeful.autodev.inspection.Comparison.Outcome;
import dev.wakeful.autodev.pipeline.PipelineStep;
import dev.wakeful.autodev.pipeline.PipelineStep.Measuring;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.ProcessRecords.Kind;
import dev.wakeful.autodev.report.Reading;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Measures the performance step on base and head in turn, and in the other order each second round, until a verdict is possible or the
 * rounds are used up (HUNT-5, VER-6). What is measured is how long the command takes, seen from outside; what it says of itself counts for
 * nothing. Every run is committed, so after a crash only the one that was under way is made again.
 */
@Component
class Measurement {

    private static final int LOOK_EVERY = 3;

    private final Commands commands;
    private final StepResults results;
    private final Rounds rounds;

    Measurement(Commands commands, StepResults results, Rounds rounds) {
        this.commands = commands;
        this.results = results;
        this.rounds = rounds;
    }

    StepResult of(Claim claim, Workspace workspace, PipelineStep step, Revision head) {
        return results.find(claim.id(), head, step.name())
                .orElseGet(() -> new Series(claim, workspace, step, head).run());
    }

    private final class Series {

        private final Claim claim;
        private final Workspace workspace;
        private final PipelineStep step;
        private final Measuring measuring;
        private final Revision head;
        private Duration spent = Duration.ZERO;
        private Instant startedAt = Instant.MAX;

        Series(Claim claim, Workspace workspace, PipelineStep step, Revision head) {
            this.claim = claim;
            this.workspace = workspace;
            this.step = step;
            this.measuring = Objects.requireNonNull(step.measuring());
            this.head = head;
        }

        StepResult run() {
            for (int round = 1; round <= measuring.rounds(); round++) {
                for (Role side : round % 2 == 1 ? List.of(Role.BASE, Role.HEAD) : List.of(Role.HEAD, Role.BASE)) {
                    Optional<Failed> failed = measure(round, side);
                    if (failed.isPresent()) {
                        return failed(side, failed.get());
                    }
                }
                if (round >= Comparison.FEWEST && (round % LOOK_EVERY == 0 || round == measuring.rounds())) {
                    Comparison comparison = Comparison.of(rounds.ratios(claim.id(), head), measuring.noise());
                    if (comparison.outcome() != Outcome.INCONCLUSIVE || round == measuring.rounds()) {
                        return compared(comparison);
                    }
                }
            }
            throw new IllegalStateException("The last round ends the series");
        }

        private record Failed(Ended ended, String command) {}

        private Optional<Failed> measure(int round, Role side) {
            if (rounds.find(claim.id(), head, round, side).isPresent()) {
                return Optional.empty();
            }
            Revision revision = side == Role.HEAD ? head : claim.request().revision();
            workspace.standAt(revision);
            if (step.prepare() != null) {
                Commands.Run prepared = run(step.prepare(), revision);
                commands.settle(claim, prepared, () -> {});
                if (prepared.ended().exitCode() != 0) {
                    return Optional.of(new Failed(prepared.ended(), step.prepare()));
                }
            }
            Commands.Run run = run(step.run(), revision);
            boolean good = run.ended().exitCode() == 0;
            commands.settle(claim, run, () -> {
                if (good) {
                    rounds.add(claim.id(), head, round, side, run.ended().duration());
                }
            });
            return good ? Optional.empty() : Optional.of(new Failed(run.ended(), step.run()));
        }

        private Commands.Run run(String line, Revision revision) {
            Commands.Run run =
                    commands.run(claim, workspace, new Commands.Order(Kind.STEP, line, revision, step.limit()));
            spent = spent.plus(run.ended().duration());
            startedAt = startedAt.isBefore(run.ended().startedAt())
                    ? startedAt
                    : run.ended().startedAt();
            return run;
        }

        private StepResult failed(Role side, Failed failed) {
            Verdict verdict = side == Role.HEAD && !failed.ended().couldNotRun() ? Verdict.RED : Verdict.BROKEN;
            String note = "it could not be measured on the " + (side == Role.HEAD ? "head" : "base") + ": '"
                    + failed.command() + "' ended with exit code "
                    + failed.ended().exitCode();
            return kept(verdict, failed.ended().exitCode(), failed.ended().tail(), note, false);
        }

        private StepResult compared(Comparison comparison) {
            return switch (comparison.outcome()) {
                case HOLDS -> kept(Verdict.GREEN, 0, "", comparison.toString(), false);
                case SLOWER -> kept(Verdict.RED, 0, "", comparison + ", which is slower", false);
                case INCONCLUSIVE -> kept(Verdict.BROKEN, 0, "", "inconclusive: " + comparison, true);
            };
        }

        private StepResult kept(Verdict verdict, int exitCode, String tail, String note, boolean inconclusive) {
            Evidence evidence = new Evidence(
                    Role.HEAD,
                    Grade.GATED,
                    head,
                    step.run(),
                    verdict,
                    exitCode,
                    spent,
                    startedAt.equals(Instant.MAX) ? claim.swarm().readyAt() : startedAt,
                    tail,
                    step.name().toString(),
                    note);
            StepResult result = new StepResult(evidence, Reading.NOTHING, inconclusive);
            claim.commit(() -> {
                results.add(claim.id(), result);
                claim.progressed("verifying", StepRuns.wording(evidence));
            });
            return result;
        }
    }
}
