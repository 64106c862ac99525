package dev.wakeful.cimanager.proposal;

import java.time.Duration;

/** What a try led to. */
sealed interface Step {

    /** Nothing is left to do. */
    record Done() implements Step {}

    /** Something was out of reach; it may be there later. */
    record Again(Duration after) implements Step {}
}
