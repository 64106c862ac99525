package dev.wakeful.cimanager.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * A signed webhook as it came in.
 *
 * @param id the sender's id of this delivery, the same when it is delivered again
 * @param event the sender's name of the event
 * @param headers what is kept of the headers, names in lower case; nothing secret
 * @param body the raw bytes, as signed
 */
public record Delivery(
        String source, String id, String event, Map<String, String> headers, byte[] body, Instant receivedAt) {

    private static final String PAYLOAD = "payload=";

    public Delivery {
        headers = Map.copyOf(headers);
    }

    /** The document: the body itself, or the field {@code payload} of a form. */
    byte[] json() {
        if (!headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")) {
            return body;
        }
        String field = Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
                .filter(part -> part.startsWith(PAYLOAD))
                .findFirst()
                .orElseThrow(() -> new Untrusted.Unfit("the form has no field payload"));
        try {
            return URLDecoder.decode(field.substring(PAYLOAD.length()), StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Untrusted.Unfit("the form's field payload is not URL-encoded");
        }
    }
}
