package dev.wakeful.bughunter.classification;

import dev.wakeful.bughunter.history.History;
import dev.wakeful.bughunter.history.JobRun;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.Revision;
import java.util.Optional;
import java.util.Set;

/** Infrastructure, then flaky, then regression: the first that fits (TRG-17). Pure. */
public final class Classifier {

    /** Steps of CI systems that run before anything of the repository does. */
    private static final Set<String> SETUP_STEPS = Set.of("Set up job", "Initialize containers", "Set up runner");

    private Classifier() {}

    /** @param history the job's runs without the reported one */
    public static Verdict classify(Report report, History history) {
        BuildEvent.Failed failed = report.failed();
        return infrastructure(report)
                .map(cause -> new Verdict(Classification.INFRASTRUCTURE, cause))
                .orElseGet(() -> history.passedOn(failed.revision())
                        ? flaky(failed.revision())
                        : new Verdict(Classification.REGRESSION, regression(failed, history)));
    }

    /** The reason wherever a pass and a failure of one revision meet. */
    public static Verdict flaky(Revision revision) {
        return new Verdict(Classification.FLAKY, "it passes and fails on the same revision " + revision.abbreviated());
    }

    private static Optional<String> infrastructure(Report report) {
        BuildEvent.Failed failed = report.failed();
        if (failed.conclusion().equals("startup_failure")) {
            return Optional.of("the CI system could not start the job (startup_failure)");
        }
        if (failed.step() != null && SETUP_STEPS.contains(failed.step())) {
            return Optional.of("the CI system failed in its own step \"" + failed.step() + "\"");
        }
        return InfrastructureSign.in(report);
    }

    private static String regression(BuildEvent.Failed failed, History history) {
        Optional<JobRun> before = history.newestBefore(failed.branch(), failed.failedAt());
        String failing = failed.revision().abbreviated();
        return before.map(run -> switch (run.outcome()) {
                    case FAILED -> "the two newest runs of this job failed with no pass between";
                    case PASSED -> "passed on " + run.revision().abbreviated() + ", fails on " + failing;
                })
                .orElse("no earlier run is known; the swarm must reproduce it before anything is changed");
    }
}
