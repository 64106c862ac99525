package dev.wakeful.autodev.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for one command, each connection on a virtual thread. When it is closed, all its connections are. */
final class OpenDoor implements Door {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDoor.class);
    private static final int WAITING = 64;

    /** Of which only some are served; the others are told that they are too many. */
    private static final int MOST = 512;

    private static final Duration TO_END = Duration.ofSeconds(2);

    private final ServerSocketChannel listening;
    private final SocketAddress address;
    private final Proxy proxy;
    private final Account account;
    private final Consumer<OpenDoor> closed;
    private final Map<SocketChannel, Thread> inside = new ConcurrentHashMap<>();
    private final Thread accepting;
    private final Summary summary = new Summary();

    private OpenDoor(ServerSocketChannel listening, Proxy proxy, Account account, Consumer<OpenDoor> closed)
            throws IOException {
        this.listening = listening;
        this.address = listening.getLocalAddress();
        this.proxy = proxy;
        this.account = account;
        this.closed = closed;
        this.accepting = Thread.ofVirtual().name("downloads at " + address).unstarted(this::accept);
    }

    static OpenDoor onFile(UnixDomainSocketAddress file, Proxy proxy, Account account, Consumer<OpenDoor> closed) {
        try {
            return open(ServerSocketChannel.open(StandardProtocolFamily.UNIX), file, proxy, account, closed);
        } catch (IOException e) {
            throw new UncheckedIOException("No way to downloads could be opened", e);
        }
    }

    static OpenDoor onPort(Proxy proxy, Account account, Consumer<OpenDoor> closed) {
        try {
            return open(
                    ServerSocketChannel.open(),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    proxy,
                    account,
                    closed);
        } catch (IOException e) {
            throw new UncheckedIOException("No way to downloads could be opened", e);
        }
    }

    private static OpenDoor open(
            ServerSocketChannel listening, SocketAddress at, Proxy proxy, Account account, Consumer<OpenDoor> closed)
            throws IOException {
        listening.bind(at, WAITING);
        OpenDoor door = new OpenDoor(listening, proxy, account, closed);
        door.accepting.start();
        return door;
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                begin(listening.accept());
            } catch (IOException e) {
                if (listening.isOpen()) {
                    LOG.warn("A connection of a sandbox to downloads was lost: {}", e.toString());
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            }
        }
    }

    private void begin(SocketChannel inner) {
        if (inside.size() >= MOST) {
            Deadline.close(inner);
            return;
        }
        Thread serving = Thread.ofVirtual().unstarted(() -> serve(inner));
        inside.put(inner, serving);
        serving.start();
    }

    private void serve(SocketChannel inner) {
        try (inner) {
            Connection.End end = proxy.serve(inner, account);
            summary.add(end.fetched());
        } catch (IOException e) {
            LOG.debug("A connection of a sandbox could not be closed: {}", e.toString());
        } catch (UncheckedIOException e) {
            LOG.warn("A download could not be written down: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inside.remove(inner);
        }
    }

    @Override
    public Optional<SocketAddress> address() {
        return Optional.of(address);
    }

    @Override
    public Optional<String> summary() {
        return summary.words();
    }

    @Override
    public void close() {
        Deadline.close(listening);
        end();
        if (address instanceof UnixDomainSocketAddress file) {
            try {
                Files.deleteIfExists(file.getPath());
            } catch (IOException e) {
                LOG.debug("A socket could not be removed: {}", e.toString());
            }
        }
        closed.accept(this);
    }

    private void end() {
        await(List.of(accepting));
        Map<SocketChannel, Thread> last = Map.copyOf(inside);
        last.keySet().forEach(Deadline::close);
        await(last.values());
    }

    /** Whoever is just being connected to ends a little later by itself. */
    private static void await(Collection<Thread> threads) {
        long until = System.nanoTime() + TO_END.toNanos();
        try {
            for (Thread thread : threads) {
                if (thread.getState() != Thread.State.NEW) {
                    thread.join(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
