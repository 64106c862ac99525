package dev.wakeful.testing.provider;

import java.util.ArrayList;
import java.util.List;

/** Google's generateContent: every message tells the usage so far; nothing is written to a cache; thoughts count apart. */
final class GeminiWire implements Wire {

    @Override
    public List<String> stream(Received call, Used used, int pieces, boolean withUsage) {
        List<String> messages = new ArrayList<>();
        for (int n = 0; n < pieces; n++) {
            messages.add(Wire.data("""
                    {"candidates":[{"content":{"parts":[{"text":"wörd %d "}],"role":"model"}}]%s}""".formatted(n, withUsage ? "," + usage(used, n) : "")));
        }
        messages.add(Wire.data(whole(call, used, withUsage)));
        return messages;
    }

    @Override
    public String whole(Received call, Used used, boolean withUsage) {
        return """
                {"candidates":[{"content":{"parts":[{"text":"wörd"}],"role":"model"},"finishReason":"STOP"}]%s}""".formatted(withUsage ? "," + usage(used, used.output()) : "");
    }

    private static String usage(Used used, long output) {
        long prompt = used.input() + used.cacheRead() + used.cacheWrite();
        long thoughts = output / 3;
        return """
                "usageMetadata":{"promptTokenCount":%d,"candidatesTokenCount":%d,"thoughtsTokenCount":%d,\
                "cachedContentTokenCount":%d,"totalTokenCount":%d}""".formatted(prompt, output - thoughts, thoughts, used.cacheRead(), prompt + output);
    }
}
