package dev.wakeful.autodev.job;

import dev.wakeful.autodev.agent.permission.Questions;
import dev.wakeful.autodev.process.Interrupted;
import dev.wakeful.autodev.process.ProcessRecords;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Parked;
import dev.wakeful.autodev.swarm.Step;
import dev.wakeful.autodev.swarm.Swarms;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.autodev.workspace.Workspaces;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.service.lease.LeaseLost;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a claimed swarm from the step that is written down to its end, committing each step before the next. */
@Component
class SwarmRun {

    private static final Logger LOG = LoggerFactory.getLogger(SwarmRun.class);
    private static final int TRIES = 3;

    private final Steps steps;
    private final Report report;
    private final Swarms swarms;
    private final Leftovers leftovers;

    SwarmRun(Steps steps, Report report, Swarms swarms, Leftovers leftovers) {
        this.steps = steps;
        this.report = report;
        this.swarms = swarms;
        this.leftovers = leftovers;
    }

    /** @return nothing when the swarm has ended, or how long to wait before it is tried again */
    Optional<Duration> toEnd(Claim claim) {
        leftovers.end(claim);
        Step step = claim.swarm().step();
        while (!step.isEnd()) {
            if (claim.isStopped()) {
                step = stop(claim);
                break;
            }
            try {
                step = commit(next(step, claim), claim);
            } catch (Interrupted | LeaseLost e) {
                throw e;
            } catch (Parked e) {
                claim.giveBack();
                return Optional.of(e.pause());
            } catch (RuntimeException e) {
                if (claim.isStopped()) {
                    continue;
                }
                int tries = swarms.countTry(claim.id());
                LOG.warn("Swarm {}: try {} of {} failed", claim.id(), tries, TRIES, e);
                if (tries < TRIES) {
                    claim.giveBack();
                    return Optional.of(Duration.ofSeconds(1L << tries));
                }
                step = commit(Step.Failed.from(step, Reason.ENVIRONMENT, inTheWay(e)), claim);
            }
        }
        claim.giveBack();
        leftovers.removeWorkspace(claim);
        return Optional.empty();
    }

    /** What an emergency stop or an order to end broke off has no outcome; what it used is told, so that it can be settled (STOP-3). */
    private Step stop(Claim claim) {
        leftovers.end(claim);
        Step.Stopped end = claim.stop();
        claim.endAt(end, report.of(end, claim), () -> leftovers.stopped(end, claim));
        LOG.warn("Swarm {} was ended: {}", claim.id(), end.reason());
        return end;
    }

    private Step next(Step step, Claim claim) {
        try {
            claim.requireTime();
            return steps.take(step, claim, leftovers.workspace(claim));
        } catch (CannotGoOn e) {
            return Step.Failed.from(step, e.reason(), e.explanation());
        }
    }

    private Step commit(Step reached, Claim claim) {
        Runnable files = leftovers.reached(reached, claim);
        claim.reach(reached, report.of(reached, claim), files);
        LOG.info("Swarm {} stands at {}", claim.id(), reached.getClass().getSimpleName());
        return reached;
    }

    private static String inTheWay(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "This machine could not do it, tried " + TRIES + " times: " + failure.getMessage()
                + (root == failure ? "" : " (" + root.getMessage() + ")")
                + ". See to its disk, permissions and tools, and report the failure again.";
    }

    /** What a swarm leaves behind on this machine: processes after a crash, files after its end. */
    @Component
    static class Leftovers {

        private final Workspaces workspaces;
        private final ProcessRecords processes;
        private final Questions questions;

        Leftovers(Workspaces workspaces, ProcessRecords processes, Questions questions) {
            this.workspaces = workspaces;
            this.processes = processes;
            this.questions = questions;
        }

        /** A swarm that never started anything left nothing behind. */
        void end(Claim claim) {
            if (claim.hasStarted()) {
                processes.endLeftovers(claim.id());
            }
        }

        Workspace workspace(Claim claim) {
            return workspaces.of(claim);
        }

        /** Measures the files, and answers with what is to be committed about them, and about questions that nobody waits for any more. */
        Runnable reached(Step step, Claim claim) {
            Runnable files = workspaces.reached(step, claim);
            return () -> {
                files.run();
                if (step.isEnd()) {
                    questions.withdraw(claim);
                }
            };
        }

        /** Nothing is measured: it has to be quick. */
        void stopped(Step.Stopped end, Claim claim) {
            workspaces.stopped(end, claim);
            questions.withdraw(claim);
        }

        void removeWorkspace(Claim claim) {
            workspaces.remove(claim.id());
        }
    }
}
