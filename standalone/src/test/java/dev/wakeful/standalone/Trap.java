package dev.wakeful.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An address of the host to which nothing must ever come. */
final class Trap implements AutoCloseable {

    private final HttpServer server;
    private final List<String> caught = new CopyOnWriteArrayList<>();

    private Trap(HttpServer server) {
        this.server = server;
    }

    static Trap set() throws IOException {
        Trap trap = new Trap(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        trap.server.createContext("/", exchange -> {
            try (exchange) {
                trap.caught.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                exchange.sendResponseHeaders(200, -1);
            }
        });
        trap.server.start();
        return trap;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whoever came. */
    List<String> caught() {
        return List.copyOf(caught);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
