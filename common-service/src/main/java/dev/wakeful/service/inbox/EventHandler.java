package dev.wakeful.service.inbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of an {@link EventConsumer} that takes an event, and the {@code Envelope} as an optional second parameter. It runs in the
 * transaction that records the event in the inbox, once per event. The parameter's type says what is heard: one event, a whole stream
 * or every event.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventHandler {}
