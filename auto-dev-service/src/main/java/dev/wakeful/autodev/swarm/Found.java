package dev.wakeful.autodev.swarm;

/** What the search for the culprit found. */
public sealed interface Found {

    /** The commit that turned the check red. */
    record TheCulprit(Diagnosis diagnosis) implements Found {}

    /** No revision in reach is green. */
    record NothingGreen(int checked) implements Found {}
}
