package dev.wakeful.cimanager;

import com.sun.net.httpserver.HttpServer;
import dev.wakeful.events.SwarmEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Serves bundles as auto-dev does. */
public final class ArtefactServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile CountDownLatch asked = new CountDownLatch(0);
    private volatile CountDownLatch going = new CountDownLatch(0);

    public ArtefactServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/artefacts/", exchange -> {
            asked.countDown();
            awaitGoing();
            byte[] file = files.get(exchange.getRequestURI().getPath());
            try (exchange) {
                exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
                exchange.getResponseBody().write(file == null ? new byte[0] : file);
            }
        });
        server.createContext("/elsewhere/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders()
                        .add("Location", exchange.getRequestURI().getPath().replace("/elsewhere/", "/artefacts/"));
                exchange.sendResponseHeaders(302, -1);
            }
        });
        server.start();
    }

    /** From now on it keeps everybody waiting; the answer tells when the first one asks. */
    public CountDownLatch stall() {
        asked = new CountDownLatch(1);
        going = new CountDownLatch(1);
        return asked;
    }

    /** Nobody waits any more. */
    public void goOn() {
        going.countDown();
    }

    private void awaitGoing() {
        try {
            going.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public SwarmEvent.Bundle serve(Path bundle) {
        try {
            byte[] bytes = Files.readAllBytes(bundle);
            String path = "/artefacts/" + bundle.getFileName();
            files.put(path, bytes);
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new SwarmEvent.Bundle(address(path), sha256, bytes.length);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
