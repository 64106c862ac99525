package dev.wakeful.cli.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Four neighbouring ports of 127.0.0.1 that nobody uses at the moment. */
final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int NEEDED = 4;
    private static final int TRIES = 1_000;

    private FreePorts() {}

    /**
     * The first of four neighbouring ports that nobody uses, below those that the operating system hands out to clients: the system's own
     * connections could take one of these before the service that needs it listens.
     */
    static int first() throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (areFree(candidate)) {
                return candidate;
            }
        }
        throw new IOException(
                "No " + NEEDED + " neighbouring ports between " + LOWEST + " and " + HIGHEST + " are free");
    }

    private static boolean areFree(int first) throws IOException {
        for (int port = first; port < first + NEEDED; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!socket.isBound()) {
                    return false;
                }
            } catch (BindException taken) {
                return false;
            }
        }
        return true;
    }
}
