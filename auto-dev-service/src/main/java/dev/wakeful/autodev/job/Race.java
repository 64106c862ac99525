package dev.wakeful.autodev.job;

import dev.wakeful.autodev.outcome.Trials;
import dev.wakeful.autodev.process.Interrupted;
import dev.wakeful.autodev.strategy.Strategies;
import dev.wakeful.autodev.strategy.Strategy;
import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Heat;
import dev.wakeful.autodev.swarm.Parked;
import dev.wakeful.autodev.swarm.Proof;
import dev.wakeful.autodev.swarm.Step;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.swarm.Tried;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.autodev.workspace.Workspaces;
import io.opentelemetry.context.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Runs the strategies of a heat: one alone in the swarm's workspace, several at the same time in a lane each (DEV-2). What a strategy achieved
 * is committed as it ends, so that after a crash none that has ended is run, and paid for, again.
 */
@Component
class Race {

    private final Strategies strategies;
    private final Trials trials;
    private final Workspaces workspaces;
    private final Patches patches;

    Race(Strategies strategies, Trials trials, Workspaces workspaces, Patches patches) {
        this.patches = patches;
        this.strategies = strategies;
        this.trials = trials;
        this.workspaces = workspaces;
    }

    List<Tried> run(Step.Fix fix, Claim claim, Workspace workspace) {
        Heat heat = fix.heat();
        return heat.strategies().size() == 1
                ? List.of(run(heat.strategies().getFirst(), claim, workspace, fix.work()))
                : together(heat, claim, fix.work());
    }

    /** Whether the system has seen the candidate proven, for those who choose strategies later (LEARN-1). */
    void judged(Claim claim, Candidate candidate, Proof proof) {
        switch (proof) {
            case Proof.Checked checked -> judged(claim, candidate, checked.isGreen());
            case Proof.Refused refused -> judged(claim, candidate, false);
            // nothing is known of the candidate itself
            case Proof.Doubtful doubtful -> {}
            case Proof.Lost lost -> {}
        }
    }

    private void judged(Claim claim, Candidate candidate, boolean proven) {
        claim.commit(() -> trials.judged(claim.id(), candidate.strategy(), proven));
    }

    private Tried run(StrategyName strategy, Claim claim, Workspace workspace, Work work) {
        Attempted attempted = kept(strategy, claim, workspace).orElseGet(() -> anew(strategy, claim, workspace, work));
        return new Tried(strategy, attempted);
    }

    /** A candidate whose files are gone does not count. */
    private Optional<Attempted> kept(StrategyName strategy, Claim claim, Workspace workspace) {
        return trials.find(claim.id(), strategy)
                .filter(attempted -> !(attempted instanceof Attempted.Made made)
                        || workspace.knows(made.candidate().head()));
    }

    private Attempted anew(StrategyName name, Claim claim, Workspace workspace, Work work) {
        Optional<Strategy> strategy = strategies.find(name);
        if (strategy.isEmpty()) {
            return new Attempted.Nothing(Result.NOT_APPLICABLE, "this installation has no such strategy any more.");
        }
        claim.commit(() -> trials.begun(claim, name));
        Attempted attempted = strategy.get().attempt(claim, workspace, work);
        patches.keep(attempted, claim, workspace);
        claim.commit(() -> trials.ended(claim.id(), name, attempted));
        return attempted;
    }

    private List<Tried> together(Heat heat, Claim claim, Work work) {
        ExecutorService lanes = Context.current().wrap(Executors.newVirtualThreadPerTaskExecutor());
        try {
            CompletionService<Lane> race = new ExecutorCompletionService<>(lanes);
            heat.strategies().forEach(strategy -> race.submit(() -> inLane(strategy, claim, work)));
            List<Lane> ended =
                    heat.strategies().stream().map(strategy -> next(race)).toList();
            return finished(heat, ended);
        } finally {
            // what ends one lane from outside ends the others: their commands are broken off, and nobody goes on unseen
            lanes.shutdownNow();
            lanes.close();
        }
    }

    /** Whoever is parked lets the others end first; the race goes on when the first of them may (DEV-7). */
    private static List<Tried> finished(Heat heat, List<Lane> ended) {
        ended.stream()
                .flatMap(lane -> lane instanceof Lane.Waits waits ? Stream.of(waits.parked()) : Stream.of())
                .min(Comparator.comparing(Parked::pause))
                .ifPresent(parked -> {
                    throw parked;
                });
        return ended.stream()
                .flatMap(lane -> lane instanceof Lane.Ended it ? Stream.of(it.tried()) : Stream.of())
                .sorted(Comparator.comparingInt(tried -> heat.strategies().indexOf(tried.strategy())))
                .toList();
    }

    /** How a lane came to its end. */
    private sealed interface Lane {

        record Ended(Tried tried) implements Lane {}

        record Waits(Parked parked) implements Lane {}
    }

    private Lane inLane(StrategyName strategy, Claim claim, Work work) {
        try {
            return claim.swarm()
                    .provenance()
                    .call(() -> new Lane.Ended(run(strategy, claim, workspaces.lane(claim, strategy), work)));
        } catch (Parked e) {
            return new Lane.Waits(e);
        }
    }

    private static Lane next(CompletionService<Lane> race) {
        try {
            return race.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
