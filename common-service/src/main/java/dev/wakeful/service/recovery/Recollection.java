package dev.wakeful.service.recovery;

import java.util.List;

/**
 * Whoever keeps what leaves the system without an event, such as money spent on calls: a checkpoint knows nothing of what left after it.
 * Any bean of a service that implements it is asked once after each recovery, at the start, before anything is heard or answered.
 */
public interface Recollection {

    /**
     * Counts what is unknown at its worst case. Runs in a transaction that also forgets the question.
     *
     * @param lost what this service had said about money since, in order; void events are not among them
     * @return those that are known again: what led to them counts as handled
     */
    List<Said> recall(List<Said> lost);
}
