package dev.wakeful.commandcenter;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A page of somebody else on this machine whose one button answers a question in the name of whoever presses it. */
final class Stranger implements AutoCloseable {

    private final HttpServer server;

    Stranger(String action) throws IOException {
        byte[] page = """
                <form method="post" action="%s">
                  <input name="answer" value="approve"><input name="quote" value="5000000"><input name="reason" value="free money"><button>Win</button>
                </form>
                """.formatted(action).getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    /** Its address under one of this machine's names. */
    String at(String host) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
