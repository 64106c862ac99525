package dev.wakeful.autodev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wakeful.autodev.process.Ended;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one way out of a sandbox (BUD-4, DEV-4). */
class GatewayIT {

    @TempDir
    Path directory;

    private HttpServer gateway;
    private URI address;
    private Locked locked;

    @BeforeEach
    void open() throws Exception {
        locked = new Locked(directory, Locked.WIDE);
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        gateway.createContext("/", exchange -> {
            byte[] said = ("heard " + exchange.getRequestURI() + " " + "x".repeat(300_000) + " end")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        gateway.start();
        address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/v1");
    }

    @AfterEach
    void close() {
        gateway.stop(0);
        locked.close();
    }

    @Test
    void theGatewayIsReachedAndNobodyElse() throws Exception {
        URI inside = locked.sandbox().inside(address);
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Ended ended = locked.run(
                    "ask() { bash -c \"exec 3<>/dev/tcp/127.0.0.1/$1; printf 'GET /v1/models HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3\" | cut -c1-40; }; ask "
                            + inside.getPort() + "; ask " + inside.getPort() + " | tail -c 4; ask "
                            + other.getLocalPort() + "; ask "
                            + gateway.getAddress().getPort() + "; exit 9",
                    List.of(),
                    address,
                    Duration.ofMinutes(1));

            assertThat(ended.exitCode()).isEqualTo(9);
            assertThat(ended.tail()).contains("heard /v1/models", "Connection refused");
            assertThat(inside.getPath()).isEqualTo("/v1");
        }
    }

    /** An agent talks over its standard streams; the program in between changes nothing about that. */
    @Test
    void theStandardStreamsAreTheCommandsOwn() throws Exception {
        Process process = locked.sandbox()
                .enclose(
                        new Enclosure(locked.place, List.of(), Map.of(), address),
                        List.of("sh", "-c", "read line; echo \"said $line\"; echo complaint >&2; exit 5"))
                .start();
        process.outputWriter().append("hello\n").close();

        assertThat(process.inputReader().readLine()).isEqualTo("said hello");
        assertThat(process.errorReader().readLine()).isEqualTo("complaint");
        assertThat(process.waitFor()).isEqualTo(5);
    }
}
