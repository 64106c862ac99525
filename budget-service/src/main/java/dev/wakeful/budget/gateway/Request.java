package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.wire.WireFormat;
import dev.wakeful.service.token.SwarmToken;
import java.util.Map;

/**
 * A call as it came in.
 *
 * @param token who calls, and for which models
 * @param headers those that may go on to the provider
 */
public record Request(
        SwarmToken token, WireFormat format, String path, String query, Map<String, String> headers, byte[] body) {}
