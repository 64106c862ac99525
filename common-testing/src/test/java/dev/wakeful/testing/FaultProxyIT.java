package dev.wakeful.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fault proxy carries data when it should and loses it when it should; a tool of the tests for STATE-1. */
class FaultProxyIT {

    private ServerSocket echo;
    private FaultProxy proxy;

    FaultProxyIT() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        proxy = new FaultProxy(echo.getLocalPort());
    }

    @BeforeEach
    void startEcho() {
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void dataPassesBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void aCutEndsConnectionsAndRefusesNewOnesUntilItIsRestored() throws IOException {
        try (Socket before = connect()) {
            ask(before, 1);

            proxy.cut();

            assertThat(isGone(before)).isTrue();
            try (Socket during = connect()) {
                assertThat(isGone(during)).isTrue();
            }
            proxy.restore();
            try (Socket after = connect()) {
                assertThat(ask(after, 2)).isEqualTo(2);
            }
        }
    }

    @Test
    void aDelayHoldsDataBack() throws IOException {
        proxy.delay(Duration.ofSeconds(30));
        try (Socket client = connect()) {
            client.setSoTimeout(100);

            assertThatThrownBy(() -> ask(client, 1)).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int ask(Socket client, int value) throws IOException {
        client.getOutputStream().write(value);
        return client.getInputStream().read();
    }

    private static boolean isGone(Socket client) {
        try {
            return ask(client, 1) == -1;
        } catch (IOException e) {
            return true;
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // the test took the line away
        }
    }
}
