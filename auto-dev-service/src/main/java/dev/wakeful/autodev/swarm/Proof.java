package dev.wakeful.autodev.swarm;

import dev.wakeful.events.Evidence;

/** What became of a candidate that was to be proven. */
public sealed interface Proof {

    /** The check ran on exactly the candidate. */
    record Checked(Evidence evidence) implements Proof {}

    /** The check is green on it, and a step of the repository's pipeline is not (VER-1); why, as a person would say it. */
    record Refused(String why) implements Proof {}

    /** The candidate's files are gone; it has to be made again. */
    record Lost() implements Proof {}
}
