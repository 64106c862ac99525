package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.wire.WireFormat;
import dev.wakeful.events.SwarmId;
import java.util.Map;

/**
 * A call as it came in.
 *
 * @param swarm who calls
 * @param headers those that may go on to the provider
 */
public record Request(
        SwarmId swarm, WireFormat format, String path, String query, Map<String, String> headers, byte[] body) {}
