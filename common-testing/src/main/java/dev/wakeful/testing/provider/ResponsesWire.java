package dev.wakeful.testing.provider;

import java.util.ArrayList;
import java.util.List;

/** OpenAI's Responses: everything is told with the last message; what was cached is part of the input. */
final class ResponsesWire implements Wire {

    @Override
    public List<String> stream(Received call, Used used, int pieces, boolean withUsage) {
        List<String> messages = new ArrayList<>();
        messages.add(Wire.event("response.created", """
                {"type":"response.created","response":{"id":"resp_1","object":"response","status":"in_progress",\
                "usage":null}}"""));
        for (int n = 0; n < pieces; n++) {
            messages.add(Wire.event("response.output_text.delta", """
                    {"type":"response.output_text.delta","output_index":0,"delta":"wörd %d "}""".formatted(n)));
        }
        messages.add(Wire.event(
                "response.completed",
                "{\"type\":\"response.completed\",\"response\":" + whole(call, used, withUsage) + "}"));
        return messages;
    }

    @Override
    public String whole(Received call, Used used, boolean withUsage) {
        long input = used.input() + used.cacheRead() + used.cacheWrite();
        return """
                {"id":"resp_1","object":"response","status":"completed","output":[{"type":"message"}],"usage":%s}""".formatted(
                withUsage
                        ? """
                {"input_tokens":%d,"input_tokens_details":{"cached_tokens":%d,"cache_write_tokens":%d},\
                "output_tokens":%d,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":%d}""".formatted(
                                input, used.cacheRead(), used.cacheWrite(), used.output(), input + used.output())
                        : "null");
    }
}
