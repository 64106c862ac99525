package dev.wakeful.cli.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Four neighbouring ports of 127.0.0.1 that nobody uses at the moment. */
final class FreePorts {

    private FreePorts() {}

    static int first() throws IOException {
        while (true) {
            int candidate = free(0);
            if (candidate <= 65_532 && free(candidate + 1) > 0 && free(candidate + 2) > 0 && free(candidate + 3) > 0) {
                return candidate;
            }
        }
    }

    /** The port that could be had, 0 for any; -1 when it is taken. */
    private static int free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException taken) {
            return -1;
        }
    }
}
