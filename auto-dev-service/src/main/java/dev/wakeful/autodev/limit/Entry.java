package dev.wakeful.autodev.limit;

import java.time.Instant;

/** Whether one more swarm, or one more agent of a swarm, may go to work (LIM-1, LIM-2, MODE-1…4). Pure. */
enum Entry {
    /** It may. */
    FREE,
    /** It may, and is the only one for a while. */
    SLOWLY,
    /** The mode, or a hard limit, has no room. */
    FULL,
    /** Another one was let in a moment ago. */
    TOO_SOON;

    /** @param begun it has been at work before and goes on, which the mode lets it (MODE-2: finish what runs) */
    static Entry of(AtWork now, boolean begun, LimitProperties limits, Instant time) {
        if (now.swarms() >= limits.swarms() || now.agents() >= limits.agents()) {
            return FULL;
        }
        if (begun) {
            return FREE;
        }
        if (now.swarms() >= now.allowedSwarms() || now.agents() >= now.allowedAgents()) {
            return FULL;
        }
        if (now.swarms() < limits.softSwarms() && now.agents() < limits.softAgents()) {
            return FREE;
        }
        return slowly(now, limits, time);
    }

    /** @param own agents that work for the asking swarm already; its first one has the place that the swarm was let in with */
    static Entry ofAgent(AtWork others, long own, LimitProperties limits, Instant time) {
        if (own == 0) {
            return FREE;
        }
        long agents = others.agents() + own;
        if (agents >= limits.agents() || agents >= others.allowedAgents()) {
            return FULL;
        }
        return agents < limits.softAgents() ? FREE : slowly(others, limits, time);
    }

    private static Entry slowly(AtWork now, LimitProperties limits, Instant time) {
        boolean another = now.lastLetIn()
                .map(last -> last.plus(limits.softPause()))
                .filter(time::isBefore)
                .isPresent();
        return another ? TOO_SOON : SLOWLY;
    }

    boolean isOpen() {
        return this == FREE || this == SLOWLY;
    }
}
