package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.report.Reading;
import dev.wakeful.events.Evidence;

/**
 * What a step of the pipeline said about a revision.
 *
 * @param inconclusive it ran, and neither better nor worse could be shown (HUNT-5)
 */
record StepResult(Evidence evidence, Reading reading, boolean inconclusive) {

    String refusal() {
        return "the step '" + evidence.step() + "' of the pipeline is not green on the result "
                + evidence.revision().abbreviated() + ": " + evidence.note() + ".";
    }
}
