package dev.wakeful.autodev.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A socket file that leads to exactly one address; at most 256 connections at once, more are closed at once. */
final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int MOST = 256;
    private static final int BUFFER = 16 << 10;

    private final ServerSocketChannel door;
    private final Path socket;
    private final InetSocketAddress target;
    private final Semaphore room = new Semaphore(MOST);

    private Relay(ServerSocketChannel door, Path socket, InetSocketAddress target) {
        this.door = door;
        this.socket = socket;
        this.target = target;
    }

    /** Opens one in a directory that only this user can enter; paths of sockets must be short. */
    static Relay to(URI gateway) {
        try {
            Path socket = Files.createTempDirectory("wakeful").resolve("gateway.sock");
            ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door.bind(UnixDomainSocketAddress.of(socket));
            Relay relay = new Relay(door, socket, address(gateway));
            Thread.ofVirtual().name("relay to " + gateway).start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException("No way to the gateway could be opened", e);
        }
    }

    private static InetSocketAddress address(URI gateway) {
        int port = gateway.getPort() >= 0 ? gateway.getPort() : "https".equals(gateway.getScheme()) ? 443 : 80;
        return new InetSocketAddress(gateway.getHost(), port);
    }

    Path socket() {
        return socket;
    }

    private void accept() {
        while (door.isOpen()) {
            try {
                SocketChannel inner = door.accept();
                if (room.tryAcquire()) {
                    Thread.ofVirtual().start(() -> join(inner));
                } else {
                    inner.close();
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                LOG.warn("A connection of a sandbox was lost: {}", e.toString());
            }
        }
    }

    private void join(SocketChannel inner) {
        try (inner;
                SocketChannel outer = SocketChannel.open(target)) {
            Thread back = Thread.ofVirtual().start(() -> pass(outer, inner));
            pass(inner, outer);
            back.join();
        } catch (IOException e) {
            LOG.debug("The gateway at {} could not be reached: {}", target, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException either) {
            close(from);
            close(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed: {}", e.toString());
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        } catch (IOException e) {
            LOG.debug("A socket could not be removed: {}", e.toString());
        }
    }
}
