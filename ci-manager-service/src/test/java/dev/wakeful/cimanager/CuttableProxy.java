package dev.wakeful.cimanager;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the database that can be cut, so that connections break and new ones are refused, or go silent. */
public final class CuttableProxy {

    private enum Line {
        WHOLE,
        CUT,
        SILENT
    }

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Line line = Line.WHOLE;

    public CuttableProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("cuttable-proxy").start(this::run);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void cut() {
        line = Line.CUT;
        sockets.forEach(CuttableProxy::close);
        sockets.clear();
    }

    /** What was connected stays connected; nothing comes through. */
    public void silence() {
        line = Line.SILENT;
    }

    /** New connections work again; silent ones are broken. */
    public void mend() {
        cut();
        line = Line.WHOLE;
    }

    private void run() {
        while (true) {
            try {
                Socket client = server.accept();
                if (line == Line.CUT) {
                    close(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(database);
        Thread.ofVirtual().start(() -> carry(client, database));
        Thread.ofVirtual().start(() -> carry(database, client));
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (line != Line.SILENT) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
