package dev.wakeful.bughunter.classification;

import dev.wakeful.events.Failure;

/** What a failure is taken for, and why, in one sentence. */
public record Verdict(Failure.Classification classification, String reason) {}
