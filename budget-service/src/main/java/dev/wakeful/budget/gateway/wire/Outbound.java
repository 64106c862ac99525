package dev.wakeful.budget.gateway.wire;

/**
 * What goes to the provider.
 *
 * @param body the caller's, or with what was put into it
 * @param usageWasAdded whether the usage at the end of the stream was asked for by the gateway only, and must not reach the caller
 */
public record Outbound(byte[] body, boolean usageWasAdded) {}
