package dev.wakeful.benchmarks.gateway;

import dev.wakeful.benchmarks.measure.Latencies;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers that stream one answer after the other, begun evenly spread over the length of an answer.
 *
 * @param whole what an answer took beyond the time the provider speaks, from sending to the last byte
 * @param first from sending to the first byte
 */
record Streams(Latencies whole, Latencies first) {

    /** As an agent's calls: a prompt of some thousand tokens. */
    private static final String BODY =
            """
            {"model":"claude-sonnet-4-5","max_tokens":1000,"stream":true,"messages":[{"role":"user","content":"%s"}]}""".formatted("What does this function do, and why is its test red? ".repeat(300));

    Streams() {
        this(new Latencies(), new Latencies());
    }

    /** @param speech how long the provider speaks */
    static Streams run(HttpClient client, URI address, String token, int callers, Duration speech, int each)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/messages"))
                .header("x-api-key", token)
                .header("anthropic-version", "2023-06-01")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        Streams streams = new Streams();
        List<Callable<Void>> loops = new ArrayList<>();
        for (int n = 0; n < callers; n++) {
            Duration delay = speech.multipliedBy(n).dividedBy(callers);
            loops.add(() -> {
                Thread.sleep(delay);
                for (int call = 0; call < each; call++) {
                    streams.take(client, request, speech);
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
        }
        return streams;
    }

    private void take(HttpClient client, HttpRequest request, Duration speech) throws Exception {
        long sent = System.nanoTime();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] piece = new byte[8_192];
            int length = body.read(piece);
            long begun = System.nanoTime();
            while (length >= 0) {
                length = body.read(piece);
            }
            long ended = System.nanoTime();
            if (response.statusCode() != 200) {
                throw new IOException("A call was answered with " + response.statusCode());
            }
            first.addNanos(begun - sent);
            whole.addNanos(ended - sent - speech.toNanos());
        }
    }

    void addAll(Streams other) {
        whole.addAll(other.whole);
        first.addAll(other.first);
    }
}
