package dev.wakeful.events;

import java.util.Arrays;
import java.util.List;

/** A topic and the events in it. */
public enum Stream {
    BUILD(BuildEvent.class),
    FINDING(FindingEvent.class),
    TASK(TaskEvent.class),
    DISPATCH(DispatchEvent.class),
    BUDGET(BudgetEvent.class),
    SWARM(SwarmEvent.class),
    CHANGE(ChangeEvent.class),
    MODE(ModeEvent.class),
    CONTROL(ControlEvent.class),
    HEALTH(HealthEvent.class);

    /** Where events go that a consumer could not handle: the topic's name with this suffix. */
    public static final String DEAD_LETTER_SUFFIX = "-dlt";

    private final Class<? extends Event> root;

    Stream(Class<? extends Event> root) {
        this.root = root;
    }

    /** For example {@code wakeful.build}. */
    public String topic() {
        return "wakeful." + name().toLowerCase(java.util.Locale.ROOT);
    }

    public String deadLetterTopic() {
        return topic() + DEAD_LETTER_SUFFIX;
    }

    /** The event types of this stream. */
    public List<Class<? extends Event>> types() {
        return records(root).toList();
    }

    /** A stream may group its events under sealed interfaces of its own. */
    private static java.util.stream.Stream<Class<? extends Event>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Stream::records)
                : java.util.stream.Stream.of(type.asSubclass(Event.class));
    }

    public static Stream of(Class<? extends Event> type) {
        return Arrays.stream(values())
                .filter(stream -> stream.root.isAssignableFrom(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " is in no stream"));
    }
}
