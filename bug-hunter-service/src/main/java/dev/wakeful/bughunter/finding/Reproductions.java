package dev.wakeful.bughunter.finding;

import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.FindingId;
import org.springframework.stereotype.Component;

/** Takes what the system saw itself when it ran the check on the failing revision (TRG-17). Must be called inside a transaction. */
@Component
public class Reproductions {

    private final Findings findings;
    private final Casebook casebook;

    Reproductions(Findings findings, Casebook casebook) {
        this.findings = findings;
        this.casebook = casebook;
    }

    /** The check was green: what was taken for a regression is flaky. Findings that are resolved or flaky already stay as they are. */
    public void notReproduced(FindingId id) {
        findings.openWith(id)
                .filter(open -> open.classification() == Classification.REGRESSION)
                .ifPresent(open -> casebook.turnFlaky(
                        open,
                        "it was green when the system ran the check on the failing revision "
                                + open.revision().abbreviated()));
    }
}
