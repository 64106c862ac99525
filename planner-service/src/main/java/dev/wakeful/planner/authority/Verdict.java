package dev.wakeful.planner.authority;

import dev.wakeful.events.Decision;

/** What the planner decides about one finding, and why. */
public sealed interface Verdict {

    Terms terms();

    Decision decision();

    /** It may start without a person. */
    record Dispatch(Terms terms, Decision decision) implements Verdict {}

    /** Its trigger is met and its conditions are not (AUTH-11). */
    record AskPerson(Terms terms, Decision decision) implements Verdict {}

    /** It is no swarm's work (TRG-17). */
    record SetAside(Terms terms, Decision decision) implements Verdict {}
}
