package dev.wakeful.bughunter.finding;

import dev.wakeful.bughunter.history.History;
import dev.wakeful.bughunter.history.Job;
import dev.wakeful.bughunter.history.JobRun;
import dev.wakeful.bughunter.history.JobRuns;
import dev.wakeful.events.BuildEvent;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes reports of green jobs: they resolve findings, or show that they are flaky. Must be called inside a transaction. */
@Component
public class Passes {

    private final JobRuns runs;
    private final Findings findings;
    private final Quarantine quarantine;
    private final Casebook casebook;
    private final Clock clock;

    Passes(JobRuns runs, Findings findings, Quarantine quarantine, Casebook casebook, Clock clock) {
        this.runs = runs;
        this.findings = findings;
        this.quarantine = quarantine;
        this.casebook = casebook;
        this.clock = clock;
    }

    public void take(BuildEvent.Passed passed) {
        Job job = new Job(passed.repository(), passed.job());
        History history = runs.lockedHistoryOf(job);
        findings.openOf(job).forEach(open -> judge(open, passed, history));
        runs.add(job, history, JobRun.passed(passed));
    }

    private void judge(Finding open, BuildEvent.Passed passed, History history) {
        switch (AfterPass.of(open, passed, history, quarantine.endOf(open.fingerprint()), clock.instant())) {
            case AfterPass.Stays ignored -> {}
            case AfterPass.TurnsFlaky flaky -> casebook.turnFlaky(open, flaky.reason());
            case AfterPass.Resolves resolves -> casebook.resolve(open, passed.revision(), resolves.reason());
        }
    }
}
