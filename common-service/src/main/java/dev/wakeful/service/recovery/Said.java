package dev.wakeful.service.recovery;

import dev.wakeful.events.Envelope;

/**
 * An event that a service said in the time that was lost: it is on the broker, and the service does not remember it.
 *
 * @param number in the order in which the service said its events
 * @param payload as it is on the broker; its type is told by the envelope
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Said(long number, Envelope envelope, byte[] payload) {}
