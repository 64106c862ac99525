package dev.wakeful.bughunter.classification;

import dev.wakeful.bughunter.diagnosis.Diagnosis;
import dev.wakeful.bughunter.diagnosis.Log;
import dev.wakeful.events.BuildEvent;

/** A failure as it was reported, and what its log says. */
public record Report(BuildEvent.Failed failed, Log log, Diagnosis diagnosis) {

    /** Reads the failure's log. */
    public static Report of(BuildEvent.Failed failed) {
        Log log = Log.of(failed.log());
        return new Report(failed, log, Diagnosis.of(log, failed.job(), failed.step()));
    }
}
