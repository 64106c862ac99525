package dev.wakeful.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server on this machine and takes the network away: {@link #cut} ends every connection and refuses new
 * ones until {@link #restore}; {@link #delay} holds back each piece of data. What was on its way when the line is cut is lost, as it is in
 * a real network.
 */
public final class FaultProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int targetPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;

    public FaultProxy(int targetPort) {
        this.targetPort = targetPort;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    /** Where clients connect to. */
    public int port() {
        return door.getLocalPort();
    }

    public void cut() {
        cut = true;
        open.forEach(FaultProxy::end);
    }

    public void restore() {
        cut = false;
    }

    /** Holds back each piece of data, in both directions, for this long. */
    public void delay(Duration each) {
        delay = each;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().name("fault-proxy").start(() -> connect(client));
            } catch (IOException e) {
                cut();
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            if (cut) {
                end(client);
                return;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
            open.add(server);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Thread.ofVirtual().name("fault-proxy").start(() -> pump(client, server));
            pump(server, client);
        } catch (IOException e) {
            end(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0 && !cut; length = in.read(piece)) {
                hold();
                out.write(piece, 0, length);
            }
        } catch (IOException e) {
            // the other side went away: so does this one
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void hold() throws IOException {
        if (!delay.isZero()) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
