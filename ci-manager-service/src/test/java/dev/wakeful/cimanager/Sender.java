package dev.wakeful.cimanager;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends what GitHub and CI steps send, with the headers they send. */
public final class Sender {

    public static final String SECRET = "secret-of-the-tests";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public Sender(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /** An answer of the service. */
    public record Answer(int status, String type, JsonNode json, HttpResponse<String> raw) {
        public String verdict() {
            return json.path("verdict").asString("");
        }
    }

    /** A signed delivery of the event. */
    public Answer deliver(String event, String delivery, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return deliver(event, delivery, bytes, "application/json", sign(bytes, SECRET));
    }

    public Answer deliver(String event, String delivery, byte[] body, String type, String signature) {
        Map<String, String> headers = new TreeMap<>(Map.of("X-GitHub-Event", event, "X-GitHub-Delivery", delivery));
        headers.put("Content-Type", type);
        headers.put("X-Hub-Signature-256", signature);
        headers.put("User-Agent", "GitHub-Hookshot/044aadd");
        return post("/webhooks/github", body, headers);
    }

    public Answer post(String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** In chunks, so that the length is known at the end only. */
    public Answer postUnannounced(String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        headers.forEach(request::header);
        return send(request.build());
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(answer.statusCode(), type, JsonMapper.shared().readTree(answer.body()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String sign(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
