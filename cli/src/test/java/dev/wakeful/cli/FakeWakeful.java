package dev.wakeful.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the interface of a running Wakeful as far as a test tells it to, and remembers what it was asked. */
public final class FakeWakeful implements AutoCloseable {

    public static final String TOKEN = "the-admin-token";
    public static final String SECRET = "It's a Secret to Everybody";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public FakeWakeful() throws IOException {
        this(0);
    }

    public FakeWakeful(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Writes the connection as a running system does; dashboard, webhooks and gateway are all this server. */
    public FakeWakeful runningOn(Path data) throws IOException {
        new Connection(
                        address(),
                        address(),
                        address(),
                        TOKEN,
                        SECRET,
                        ProcessHandle.current().pid())
                .write(data);
        return this;
    }

    /** @param route method and path, for example {@code GET /api/status}; a star after the first part stands for any rest */
    public FakeWakeful answer(String route, int status, String body) {
        return on(route, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    public FakeWakeful answer(String route, int status, Object json) {
        return answer(route, status, JSON.writeValueAsString(json));
    }

    public FakeWakeful on(String route, Answer answer) {
        answers.put(route, answer);
        return this;
    }

    /** One stream of events that ends after the last. */
    public static void stream(HttpExchange exchange, String... frames) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (String frame : frames) {
                body.write(frame.getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        }
    }

    /** A stream of what comes into the queue, open for ever. */
    public static void stream(HttpExchange exchange, BlockingQueue<String> frames) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        body.write(": open\n\n".getBytes(StandardCharsets.UTF_8));
        body.flush();
        try {
            while (true) {
                body.write(frames.take().getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    public List<Request> requests(String route) {
        return requests.stream()
                .filter(request -> request.route().equals(route))
                .toList();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String route =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
            Request request = new Request(
                    route,
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            requests.add(request);
            Answer answer = answers.getOrDefault(route, answers.get(route.replaceFirst("(/[^/]*).*", "$1/*")));
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer.to(exchange);
            }
        }
    }

    /** Answers one request. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** What was asked. */
    public record Request(String route, String query, Map<String, List<String>> headers, byte[] body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
