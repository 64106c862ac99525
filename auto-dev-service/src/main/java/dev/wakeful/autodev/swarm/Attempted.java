package dev.wakeful.autodev.swarm;

/** What a strategy achieved. */
public sealed interface Attempted {

    /** A change, to be proven. */
    record Made(Candidate candidate) implements Attempted {}

    /** No change, with the reason as a person would say it. */
    record Nothing(Attempt.Result result, String message) implements Attempted {}
}
