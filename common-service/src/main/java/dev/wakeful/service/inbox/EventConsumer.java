package dev.wakeful.service.inbox;

/** Marks a component whose {@link EventHandler} methods hear events; the topics follow from their parameter types. */
public interface EventConsumer {}
