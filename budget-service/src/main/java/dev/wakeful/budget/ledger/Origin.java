package dev.wakeful.budget.ledger;

import dev.wakeful.service.Provenance;
import org.jspecify.annotations.Nullable;

/** Where a reservation came from, to continue its lineage and trace when it expires in a job of its own. */
public record Origin(Provenance provenance, @Nullable String traceparent) {}
