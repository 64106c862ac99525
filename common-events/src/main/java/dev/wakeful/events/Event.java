package dev.wakeful.events;

/**
 * Something that happened, as told to every other service. Immutable; the name says it in the past tense.
 *
 * <p>Each record carries its wire name in {@link WireName}; the registry of all types is derived from the permitted subclasses, so a
 * type that is not listed here does not exist on the wire.
 */
public sealed interface Event
        permits BuildEvent,
                FindingEvent,
                TaskEvent,
                DispatchEvent,
                BudgetEvent,
                SwarmEvent,
                ChangeEvent,
                ModeEvent,
                ControlEvent,
                HealthEvent {

    /** The identifier of the aggregate this event belongs to; events with the same key are delivered in order. */
    String key();
}
