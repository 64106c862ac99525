package dev.wakeful.testing.provider;

import java.util.ArrayList;
import java.util.List;

/** Anthropic: the input is told at the beginning, the output, cumulatively, at the end. */
final class MessagesWire implements Wire {

    @Override
    public List<String> stream(Received call, Used used, int pieces, boolean withUsage) {
        List<String> messages = new ArrayList<>();
        messages.add(Wire.event("message_start", """
                {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],\
                "model":"claude","stop_reason":null%s}}""".formatted(withUsage ? "," + usage(used, 1) : "")));
        messages.add(Wire.event("ping", "{\"type\": \"ping\"}"));
        for (int n = 0; n < pieces; n++) {
            messages.add(Wire.event("content_block_delta", """
                    {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"wörd %d "}}""".formatted(n)));
        }
        messages.add(Wire.event("message_delta", """
                {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null}%s}""".formatted(
                        withUsage ? ",\"usage\":{\"output_tokens\":" + used.output() + "}" : "")));
        messages.add(Wire.event("message_stop", "{\"type\":\"message_stop\"}"));
        return messages;
    }

    @Override
    public String whole(Received call, Used used, boolean withUsage) {
        return """
                {"id":"msg_1","type":"message","role":"assistant","content":[{"type":"text","text":"wörd"}],\
                "model":"claude","stop_reason":"end_turn"%s}""".formatted(withUsage ? "," + usage(used, used.output()) : "");
    }

    private static String usage(Used used, long output) {
        return """
                "usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,"cache_read_input_tokens":%d,"output_tokens":%d}""".formatted(used.input(), used.cacheWrite(), used.cacheRead(), output);
    }
}
