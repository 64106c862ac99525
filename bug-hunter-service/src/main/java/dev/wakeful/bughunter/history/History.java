package dev.wakeful.bughunter.history;

import dev.wakeful.events.FindingId;
import dev.wakeful.events.Revision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The runs of one job that are remembered, in any order. All questions are answered by the CI system's clock, not by arrival. */
public record History(List<JobRun> runs) {

    public History {
        runs = List.copyOf(runs);
    }

    /** True when this job passed on the revision, in any attempt. */
    public boolean passedOn(Revision revision) {
        return runs.stream().anyMatch(run -> run.isGreen() && run.revision().equals(revision));
    }

    /** True when a failure of this job on the revision was reported to the finding. */
    public boolean failedOn(Revision revision, FindingId finding) {
        return runs.stream()
                .anyMatch(run -> !run.isGreen() && run.revision().equals(revision) && finding.equals(run.finding()));
    }

    /** The newest run on the branch that had ended by then. */
    public Optional<JobRun> newestBefore(String branch, Instant then) {
        return newest(run -> run.on(branch) && run.at().isBefore(then));
    }

    /** The newest revision that was seen green on the branch by then, other than the given one. */
    public Optional<Revision> lastGood(String branch, Instant then, Revision other) {
        return newest(run -> run.isGreen()
                        && run.on(branch)
                        && run.at().isBefore(then)
                        && !run.revision().equals(other))
                .map(JobRun::revision);
    }

    /** A pass on the branch after that time, of a revision that is not older than it: the failure at that time is over. */
    public Optional<JobRun> overcomeBy(String branch, Instant failedAt, Revision failing) {
        return newest(run -> run.isGreen()
                && run.on(branch)
                && run.at().isAfter(failedAt)
                && !run.revision().equals(failing)
                && !seenBefore(branch, run.revision(), failedAt));
    }

    /** True when the revision had run on the branch by then: a re-run of it says nothing about what came after. */
    public boolean seenBefore(String branch, Revision revision, Instant then) {
        return of(run -> run.on(branch) && run.revision().equals(revision))
                .anyMatch(run -> !run.at().isAfter(then));
    }

    private Optional<JobRun> newest(Predicate<JobRun> fits) {
        return of(fits).max(Comparator.comparing(JobRun::at));
    }

    private Stream<JobRun> of(Predicate<JobRun> fits) {
        return runs.stream().filter(fits);
    }
}
