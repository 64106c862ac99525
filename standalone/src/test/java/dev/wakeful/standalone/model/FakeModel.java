package dev.wakeful.standalone.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The model as its providers would offer it, on a port of the loopback interface. */
public final class FakeModel implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Path secret;

    private FakeModel(HttpServer server, Path secret) {
        this.server = server;
        this.secret = secret;
    }

    /** @param secret a file that agents are made to try to read */
    public static FakeModel start(Path secret) throws IOException {
        FakeModel model =
                new FakeModel(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), secret);
        model.server.setExecutor(model.threads);
        model.server.createContext("/", model::answer);
        model.server.start();
        return model;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All calls of a model so far, oldest first. */
    public List<Call> calls(String model) {
        return calls.stream().filter(call -> call.model().equals(model)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Api api = Api.at(path).orElse(null);
        if (api == null || body.length == 0) {
            send(exchange, 404, "application/json", "{}");
            return;
        }
        Ask ask = api.ask(path, Answers.JSON.readTree(body));
        calls.add(new Call(path, key(exchange), ask.model(), ask.body()));
        Optional<Scenario> scenario = Scenario.of(ask);
        pause(scenario.map(Scenario::delay).orElse(Duration.ZERO));
        Turn turn = scenario.map(known -> known.next(ask, api.toolbox(ask), secret.toString()))
                .orElseGet(() -> new Turn.Say("I do not know what this is about."));
        Tokens used =
                scenario.map(known -> known.used(ask)).orElseGet(() -> new Tokens(Scenario.INPUT, Scenario.OUTPUT));
        boolean streams = path.contains(":stream") || ask.body().contains("\"stream\":true");
        if (streams) {
            send(
                    exchange,
                    200,
                    "text/event-stream",
                    api.answer(ask, turn, used).stream().map(Api.Event::text).collect(Collectors.joining()));
        } else {
            send(exchange, 200, "application/json", api.whole(ask, turn, used));
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String key(HttpExchange exchange) {
        return Stream.of("Authorization", "x-api-key", "x-goog-api-key")
                .map(exchange.getRequestHeaders()::getFirst)
                .filter(Objects::nonNull)
                .map(value -> value.replaceFirst("^Bearer ", ""))
                .collect(Collectors.joining(" "));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
