package dev.wakeful.service.inbox;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.Event;
import dev.wakeful.events.Stream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.ClassUtils;

/** One {@link EventHandler} method, ready to be called. */
record HandlerMethod(EventConsumer consumer, Method method, Class<?> heard, boolean wantsEnvelope) {

    /** @throws IllegalStateException when a method cannot be a handler, or the consumer has none */
    static List<HandlerMethod> of(EventConsumer consumer) {
        Class<?> written = ClassUtils.getUserClass(consumer);
        List<HandlerMethod> handlers = Arrays.stream(written.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(method -> of(consumer, method))
                .toList();
        if (handlers.isEmpty()) {
            throw new IllegalStateException(
                    written + " is an EventConsumer without an @EventHandler, so it would hear nothing");
        }
        return handlers;
    }

    private static HandlerMethod of(EventConsumer consumer, Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        boolean envelope = parameters.length == 2 && parameters[1] == Envelope.class;
        if (parameters.length == 0
                || !Event.class.isAssignableFrom(parameters[0])
                || (parameters.length > 1 && !envelope)) {
            throw new IllegalStateException(method + " must take an event, and the envelope if it wants it");
        }
        method.setAccessible(true);
        return new HandlerMethod(consumer, method, parameters[0], envelope);
    }

    boolean hears(Class<? extends Event> type) {
        return heard.isAssignableFrom(type);
    }

    boolean hears(Stream stream) {
        return stream.types().stream().anyMatch(this::hears);
    }

    void call(Event event, Envelope envelope) {
        try {
            if (wantsEnvelope) {
                method.invoke(consumer, event, envelope);
            } else {
                method.invoke(consumer, event);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
