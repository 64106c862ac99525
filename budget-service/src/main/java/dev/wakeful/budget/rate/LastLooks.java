package dev.wakeful.budget.rate;

import dev.wakeful.events.SwarmId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** When each swarm was last looked at. Forgets those that were not for longest; they are looked at once more often, which harms nothing. */
final class LastLooks {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Map<SwarmId, Instant> looks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SwarmId, Instant> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean isDue(SwarmId swarm, Instant now) {
        Instant last = looks.get(swarm);
        if (last != null && now.isBefore(last.plus(PAUSE))) {
            return false;
        }
        looks.put(swarm, now);
        return true;
    }
}
