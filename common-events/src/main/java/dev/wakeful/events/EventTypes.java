package dev.wakeful.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event type by its wire name, derived from the sealed interfaces: one source of truth. */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> BY_NAME = Arrays.stream(Stream.values())
            .flatMap(stream -> stream.types().stream())
            .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    public static Optional<Class<? extends Event>> byName(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    public static Collection<Class<? extends Event>> all() {
        return BY_NAME.values();
    }

    public static String nameOf(Class<? extends Event> type) {
        WireName name = type.getAnnotation(WireName.class);
        if (name == null) {
            throw new IllegalStateException(type + " has no @WireName");
        }
        return name.value();
    }
}
