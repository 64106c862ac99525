package dev.wakeful.testing.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Speaks Anthropic Messages, OpenAI Responses and Chat Completions, and Gemini generateContent, streaming and not, on a free port of this
 * machine. Remembers every call and what it bills for it.
 */
public final class FakeProvider implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Used> billed = new ConcurrentLinkedQueue<>();
    private final Semaphore silence = new Semaphore(0);
    private volatile Function<Received, Reply> script = call -> Reply.whole(new Used(10, 0, 0, 5));

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** To be set as a base URL. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it does from now on. */
    public void answer(Function<Received, Reply> with) {
        script = with;
    }

    /** What it does from now on with every call. */
    public void answer(Reply with) {
        answer(call -> with);
    }

    /** Every call so far, in the order they came. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What it bills so far. */
    public List<Used> billed() {
        return List.copyOf(billed);
    }

    /** Forgets all calls and bills, and ends those that are silent. */
    public void forget() {
        silence.release(1_000);
        silence.drainPermits();
        received.clear();
        billed.clear();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received call = read(exchange);
            received.add(call);
            switch (script.apply(call)) {
                case Reply.Answer answer -> {
                    billed.add(answer.used());
                    give(exchange, call, answer);
                }
                case Reply.Error error -> {
                    error.headers().forEach(exchange.getResponseHeaders()::set);
                    send(exchange, error.status(), error.body());
                }
            }
        }
    }

    private static Received read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new Received(
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private void give(HttpExchange exchange, Received call, Reply.Answer answer) throws IOException {
        if (call.streams()) {
            stream(exchange, call, answer);
            return;
        }
        String whole = text(call, answer);
        if (isCut(answer)) {
            exchange.sendResponseHeaders(200, whole.length() + 1_000L);
            exchange.getResponseBody()
                    .write(whole.substring(0, whole.length() / 2).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            beSilent(answer);
        } else {
            send(exchange, 200, answer.ending() == Reply.Ending.MALFORMED ? whole.substring(1) : whole);
        }
    }

    /** The answer to a call, with the very characters that go over the wire; a stream's messages are joined. */
    public static String text(Received call, Reply.Answer answer) {
        return call.streams()
                ? String.join("", messages(call, answer))
                : Wire.of(call.path()).whole(call, answer.used(), answer.ending() != Reply.Ending.WITHOUT_USAGE);
    }

    private static List<String> messages(Received call, Reply.Answer answer) {
        List<String> messages = new ArrayList<>(Wire.of(call.path()).stream(
                call, answer.used(), answer.pieces(), answer.ending() != Reply.Ending.WITHOUT_USAGE));
        if (answer.ending() == Reply.Ending.MALFORMED) {
            messages.add(messages.size() / 2, Wire.data("{\"type\":\"broken"));
        }
        return isCut(answer) ? messages.subList(0, messages.size() / 2) : messages;
    }

    private static boolean isCut(Reply.Answer answer) {
        return answer.ending() == Reply.Ending.CUT || answer.ending() == Reply.Ending.SILENT;
    }

    private void beSilent(Reply.Answer answer) {
        if (answer.ending() == Reply.Ending.SILENT) {
            silence.acquireUninterruptibly();
        }
    }

    private void stream(HttpExchange exchange, Received call, Reply.Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        // a length that is never reached: the client sees that the connection ended too early
        exchange.sendResponseHeaders(200, isCut(answer) ? 1_000_000 : 0);
        OutputStream body = exchange.getResponseBody();
        for (String message : messages(call, answer)) {
            LockSupport.parkNanos(answer.pause().toNanos());
            body.write(message.getBytes(StandardCharsets.UTF_8));
            body.flush();
        }
        beSilent(answer);
        if (!isCut(answer)) {
            body.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        silence.release(1_000);
        server.stop(0);
    }
}
