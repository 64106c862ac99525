package dev.wakeful.testing.provider;

import java.util.ArrayList;
import java.util.List;

/** OpenAI's Chat Completions: a stream tells its usage only when asked, in a chunk of its own without choices. */
final class ChatWire implements Wire {

    @Override
    public List<String> stream(Received call, Used used, int pieces, boolean withUsage) {
        boolean tells = call.asksForUsage();
        List<String> messages = new ArrayList<>();
        for (int n = 0; n < pieces; n++) {
            messages.add(Wire.data("""
                    {"id":"chat_1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"wörd %d "}}]}""".formatted(n)));
        }
        messages.add(Wire.data("""
                {"id":"chat_1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"""));
        if (tells && withUsage) {
            messages.add(Wire.data("""
                    {"id":"chat_1","object":"chat.completion.chunk","choices":[],%s}""".formatted(usage(used))));
        }
        messages.add(Wire.data("[DONE]"));
        return messages;
    }

    @Override
    public String whole(Received call, Used used, boolean withUsage) {
        return """
                {"id":"chat_1","object":"chat.completion","choices":[{"index":0,"message":{"content":"wörd"}}]%s}""".formatted(withUsage ? "," + usage(used) : "");
    }

    private static String usage(Used used) {
        long input = used.input() + used.cacheRead() + used.cacheWrite();
        return """
                "usage":{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,\
                "prompt_tokens_details":{"cached_tokens":%d,"cache_write_tokens":%d}}""".formatted(input, used.output(), input + used.output(), used.cacheRead(), used.cacheWrite());
    }
}
