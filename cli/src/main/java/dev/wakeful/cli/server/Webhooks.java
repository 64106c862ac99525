package dev.wakeful.cli.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;

/**
 * Speaks to ci-manager as GitHub does: the raw bytes, signed, with GitHub's headers.
 *
 * @param address where CI systems reach Wakeful
 * @param secret what the deliveries are signed with
 */
public record Webhooks(URI address, String secret) {

    /** Where GitHub has to be told to deliver. */
    public URI github() {
        return at("/webhooks/github");
    }

    /**
     * Delivers an event.
     *
     * @param event GitHub's name of it, for example {@code workflow_job}
     * @return what the receiver made of it
     */
    public Item deliver(String event, String delivery, byte[] body) throws InterruptedException {
        HttpRequest request = signed(github(), body)
                .header("Content-Type", "application/json")
                .header("User-Agent", "GitHub-Hookshot/wakeful")
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", delivery)
                .build();
        return new Item(Http.exchange(request));
    }

    /** Hands over the log of a job, before the event that is about it. */
    public void log(long job, long attempt, byte[] log) throws InterruptedException {
        HttpRequest request = signed(at("/logs/github/" + job + "/" + attempt), log)
                .header("Content-Type", "text/plain; charset=utf-8")
                .build();
        Http.exchange(request);
    }

    public static String newDelivery() {
        return UUID.randomUUID().toString();
    }

    private HttpRequest.Builder signed(URI target, byte[] body) {
        return Http.request(target)
                .header("X-Hub-Signature-256", Signature.of(secret, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private URI at(String path) {
        return URI.create(address.toString().replaceAll("/+$", "") + path);
    }
}
