package dev.wakeful.standalone;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Derived;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import dev.wakeful.service.checkpoint.Manifest;
import dev.wakeful.service.recovery.Said;
import java.util.ArrayList;
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

    /** Calls of models are no events, so what is said about the money for them is all that is known of them; CI minutes stay in their windows. */
    private static final Set<String> MONEY = Set.of(
            EventTypes.nameOf(BudgetEvent.CiBooked.class),
            EventTypes.nameOf(BudgetEvent.Reserved.class),
            EventTypes.nameOf(BudgetEvent.Settled.class),
            EventTypes.nameOf(BudgetEvent.Released.class));

    private static final String STOPPED = EventTypes.nameOf(ControlEvent.Stopped.class);

    private final Map<String, Long> saidThen;
    private final Map<String, Long> lastSaid = new HashMap<>();
    private final Set<String> voided = new HashSet<>();
    private final Map<String, List<Said>> money = new HashMap<>();
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
            } else if (MONEY.contains(envelope.type())) {
                money.computeIfAbsent(service, name -> new ArrayList<>()).add(new Said(sequence, envelope, payload));
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

    /** What a service said about money then and does not remember; not what it will say again. */
    List<Said> money(String service) {
        return List.copyOf(money.getOrDefault(service, List.of()));
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
