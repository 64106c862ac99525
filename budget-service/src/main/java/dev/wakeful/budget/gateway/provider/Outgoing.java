package dev.wakeful.budget.gateway.provider;

import dev.wakeful.budget.gateway.wire.WireFormat;
import java.util.Map;

/**
 * A call as it goes to a provider.
 *
 * @param path with the query
 * @param headers those of the caller that go along
 */
public record Outgoing(WireFormat format, String path, byte[] body, Map<String, String> headers) {

    public Outgoing {
        headers = Map.copyOf(headers);
    }
}
