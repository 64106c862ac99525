package dev.wakeful.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where the system listens, on the loopback interface only.
 *
 * @param dashboard people and the command line; CI systems speak to the next one, artefacts are fetched from the one after,
 *     and agents speak to models by the fourth
 */
record Ports(int dashboard) {

    int webhooks() {
        return dashboard + 1;
    }

    int artefacts() {
        return dashboard + 2;
    }

    int gateway() {
        return dashboard + 3;
    }

    /** Says which port is taken before anything is started. */
    Ports requireFree() {
        for (int port = dashboard; port <= gateway(); port++) {
            if (!isFree(port)) {
                throw new StartFailed("Port " + port
                        + " is taken by another program; choose another with --port N (N to" + " N+3 must be free).");
            }
        }
        return this;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Any free port, for what nobody needs to know. */
    static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
