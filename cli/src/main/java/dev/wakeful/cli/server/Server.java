package dev.wakeful.cli.server;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running Wakeful's HTTP interface.
 *
 * @param dashboard where it listens
 * @param token the bearer token for what changes something; may be empty, reads need none
 * @param person whose sign of life each request is (MODE-6); empty: nobody's
 */
public record Server(URI dashboard, String token, String person) {

    /** Tells whose command it is. */
    private static final String PERSON = "X-Wakeful-Person";

    public Server(URI dashboard, String token) {
        this(dashboard, token, "");
    }

    public Server withPerson(String name) {
        return new Server(dashboard, token, name.replaceAll("[^\\x20-\\x7e]", "?"));
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param path begins with a slash and is relative to {@code /api} */
    public Item get(String path) throws InterruptedException {
        return new Item(Http.exchange(to(path).GET().build()));
    }

    public Item post(String path, Map<String, ?> body) throws InterruptedException {
        HttpRequest request = to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return new Item(Http.exchange(request));
    }

    public void delete(String path) throws InterruptedException {
        Http.exchange(to(path).DELETE().build());
    }

    public EventStream events() {
        return new EventStream(address("/stream"));
    }

    /** What another part of the system answers, under an address of its own. */
    public static Item at(URI address) throws InterruptedException {
        return new Item(Http.exchange(
                Http.request(address).header("Accept", "application/json").GET().build()));
    }

    /** One segment of a path, whatever it holds. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = Http.request(address(path)).header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
            if (!person.isBlank()) {
                request.header(PERSON, person);
            }
        }
        return request;
    }

    private URI address(String path) {
        return URI.create(dashboard.toString().replaceAll("/+$", "") + "/api" + path);
    }
}
