package dev.wakeful.cimanager.proposal;

import java.time.Duration;
import java.time.Instant;

/** What a try led to. */
sealed interface Step {

    /** Nothing is left to do. */
    record Done() implements Step {}

    /** A limit has no room before then. */
    record At(Instant when) implements Step {}

    /** Something was out of reach; it may be there later. */
    record Again(Duration after) implements Step {}
}
