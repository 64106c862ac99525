package dev.wakeful.standalone;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Derived;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import dev.wakeful.service.checkpoint.Manifest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the broker still knows of the time between a checkpoint and the loss. Whatever came from outside then is heard again. What a service
 * said in answer is either said again under the same id, or, when a job said it, void: the job is restored and runs again.
 */
final class LostTime {

    private static final String SOURCE = "/wakeful/";
    /** More answers than any handler gives to one event. */
    private static final int MOST_ANSWERS = 100;

    private static final String STOPPED = EventTypes.nameOf(ControlEvent.Stopped.class);

    private final Map<String, Long> saidThen;
    private final Map<String, Long> lastSaid = new HashMap<>();
    private final Set<String> voided = new HashSet<>();
    private long stoppedIn;

    LostTime(List<Manifest> manifests) {
        this.saidThen = manifests.stream().collect(Collectors.toMap(Manifest::service, Manifest::said));
    }

    void saw(Envelope envelope, long sequence, byte[] payload) {
        String service = envelope.source().replace(SOURCE, "");
        lastSaid.merge(service, sequence, Math::max);
        if (sequence > saidThen.getOrDefault(service, Long.MAX_VALUE)) {
            EventId cause = envelope.cause();
            if (cause != null && !Derived.isAnswer(envelope.id(), service, cause, MOST_ANSWERS)) {
                voided.add(envelope.id().value());
            }
            if (envelope.type().equals(STOPPED)) {
                stoppedIn = Math.max(stoppedIn, ((ControlEvent.Stopped) EventJson.decode(STOPPED, payload)).epoch());
            }
        }
    }

    /** Events that nobody may hear again. */
    Set<String> voided() {
        return Set.copyOf(voided);
    }

    /** The number of the last event of a service that anybody could have seen; 0 when nothing was. */
    long lastSaid(String service) {
        return lastSaid.getOrDefault(service, 0L);
    }

    /** Whether an emergency stop of a higher epoch will be heard again. */
    boolean stopped(long epoch) {
        return stoppedIn > epoch;
    }
}
