package dev.wakeful.autodev.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.sandbox.Enclosure;
import dev.wakeful.autodev.sandbox.Locked;
import dev.wakeful.autodev.sandbox.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from inside a real bubblewrap, through the proxy and in no other way (DEV-4). */
class DownloadsIT {

    /** {@code ask REQUEST} speaks to the proxy; bash can, wherever it is. */
    private static final String ASK =
            "ask() { bash -c 'exec 3<>/dev/tcp/127.0.0.1/'${HTTPS_PROXY##*:}'; printf \"$0\" >&3; cat <&3' \"$1\"; echo; }; ";

    private static final int LARGE = 3 << 20;

    @TempDir
    Path directory;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
    private Locked locked;
    private HttpServer mirror;
    private int port;

    @BeforeEach
    void open() throws Exception {
        locked = new Locked(directory, Locked.WIDE);
        mirror = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 10);
        mirror.createContext("/", exchange -> {
            exchange.getRequestHeaders().forEach(heard::put);
            String path = exchange.getRequestURI().getPath();
            byte[] body = path.equals("/large")
                    ? new byte[LARGE]
                    : path.endsWith(".pom")
                            ? POM.getBytes(StandardCharsets.UTF_8)
                            : ("the file " + path).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.contains("sha") || path.contains("md5") ? 404 : 200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            } catch (IOException cutOff) {
                // as it should be for the large one
            }
        });
        mirror.start();
        port = mirror.getAddress().getPort();
    }

    @AfterEach
    void close() {
        mirror.stop(0);
        locked.close();
    }

    @Test
    void aListedHostIsReachedWithoutCredentials() throws Exception {
        Door door = downloads(1, "127.0.0.2:" + port + " private").forCommand(journal());

        Ended ended = run(
                door,
                ASK + "ask 'GET http://127.0.0.2:" + port
                        + "/a.jar HTTP/1.1\\r\\nHost: x\\r\\nAccept: y\\r\\nAuthorization: s\\r\\nCookie: s\\r\\n\\r\\n'");

        assertThat(ended.tail()).contains("HTTP/1.1 200 OK", "the file /a.jar");
        assertThat(heard).containsKey("Accept").doesNotContainKeys("Authorization", "Cookie", "Proxy-authorization");
        assertThat(door.summary())
                .hasValueSatisfying(words -> assertThat(words).isEqualTo("Downloaded 1 KiB from 127.0.0.2 (1)"));
        assertThat(Files.readString(journal())).contains("fetched", "GET\t127.0.0.2:" + port + "/a.jar");
        assertThat(meters.counter("wakeful.downloads", "outcome", "fetched").count())
                .isEqualTo(1);
    }

    @Test
    void aTunnelCarriesWhateverIsSaid() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> echo(server));
            String address = "127.0.0.1:" + server.getLocalPort();
            Door door = downloads(1, address + " private").forCommand(journal());

            Ended ended = run(door, ASK + "ask 'CONNECT " + address + " HTTP/1.1\\r\\n\\r\\nsealed words\\n'");

            assertThat(ended.tail()).contains("HTTP/1.1 200 Connection established", "SEALED WORDS");
            assertThat(Files.readString(journal())).contains("CONNECT\t" + address);
        }
    }

    private static void echo(ServerSocket server) {
        try (Socket socket = server.accept()) {
            byte[] line = new byte[13];
            int length = socket.getInputStream().readNBytes(line, 0, line.length);
            socket.getOutputStream()
                    .write(new String(line, 0, length, StandardCharsets.US_ASCII)
                            .toUpperCase(java.util.Locale.ROOT)
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A host off the list, a private address behind a listed name, another method, and a connection past the proxy. */
    @Test
    void everythingElseIsRefusedInWords() throws Exception {
        Door door = downloads(1, "localhost:" + port).forCommand(journal());

        Ended ended = run(
                door,
                ASK + "ask 'CONNECT evil.example:443 HTTP/1.1\\r\\n\\r\\n'; ask 'GET http://localhost:" + port
                        + "/ HTTP/1.1\\r\\n\\r\\n'; ask 'POST http://localhost:" + port
                        + "/ HTTP/1.1\\r\\n\\r\\n'; ask nonsense'\\r\\n\\r\\n'; bash -c ': </dev/tcp/127.0.0.2/" + port
                        + "'; bash -c ': </dev/tcp/93.184.216.34/80'; true");

        assertThat(ended.tail())
                .contains(
                        "HTTP/1.1 403 evil.example:443 is not on the list", "wakeful.auto-dev.sandbox.downloads.hosts")
                .contains("HTTP/1.1 403 localhost is at 127.0.0.1, which is no public address")
                .contains("HTTP/1.1 405 Only CONNECT")
                .contains("HTTP/1.1 400 This is no request")
                .contains("Connection refused", "Network is unreachable");
        assertThat(heard).isEmpty();
        assertThat(door.summary())
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("Nothing was downloaded; refused: ")
                        .contains("evil.example (1)", "localhost (1)"));
        assertThat(meters.counter("wakeful.downloads", "outcome", "private-address")
                        .count())
                .isEqualTo(1);
    }

    /** The limit of bytes is the swarm's, over all its commands, and outlives a restart. */
    @Test
    void whatASwarmDownloadsIsLimited() throws Exception {
        String host = "127.0.0.2:" + port;
        String large = ASK + "ask 'GET http://" + host + "/large HTTP/1.1\\r\\n\\r\\n' | wc -c";
        String small = ASK + "ask 'GET http://" + host + "/small HTTP/1.1\\r\\n\\r\\n'";

        Ended first = run(downloads(1, host + " private").forCommand(journal()), large);
        Ended afterwards = run(downloads(1, host + " private").forCommand(journal()), small);
        Ended another = run(downloads(1, host + " private").forCommand(directory.resolve("other.log")), small);

        assertThat(Integer.parseInt(first.tail().strip())).isEqualTo((1 << 20) + 1);
        assertThat(Files.readString(journal())).contains("cut\t", "most-mb");
        assertThat(afterwards.tail())
                .contains("HTTP/1.1 403 This swarm has downloaded all it may"
                        + " (wakeful.auto-dev.sandbox.downloads.most-mb)");
        assertThat(another.tail()).contains("the file /small");
    }

    @Test
    void aConnectionThatTakesTooLongIsClosed() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();
            Downloads downloads = downloads(new DownloadProperties(
                    true, List.of(address + " private"), false, 4, 1, 1, Duration.ofMillis(300)));

            Ended ended =
                    run(downloads.forCommand(journal()), ASK + "ask 'CONNECT " + address + " HTTP/1.1\\r\\n\\r\\n'");

            assertThat(ended.exitCode()).isZero();
            assertThat(Files.readString(journal())).contains("time-limit");
        }
    }

    @Test
    void noMoreConnectionsThanAreAllowed() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();
            Downloads downloads = downloads(
                    new DownloadProperties(true, List.of(address + " private"), false, 1, 1, 1, Duration.ofMinutes(1)));
            String connect = "printf 'CONNECT " + address + " HTTP/1.1\\r\\n\\r\\n' >&";

            Ended ended = run(
                    downloads.forCommand(journal()),
                    "bash -c 'p=${HTTPS_PROXY##*:}; exec 3<>/dev/tcp/127.0.0.1/$p; " + connect.replace("'", "\"")
                            + "3; read -r line <&3; exec 4<>/dev/tcp/127.0.0.1/$p; cat <&4'");

            assertThat(ended.tail()).contains("HTTP/1.1 503", "most-connections");
        }
    }

    /** Off: no variable, no socket, no port. */
    @Test
    void byDefaultThereIsNothing() throws Exception {
        Downloads off = downloads(new DownloadProperties(
                false, List.of("127.0.0.2:" + port + " private"), true, 64, 2048, 32, Duration.ofMinutes(10)));
        Door door = off.forCommand(journal());

        Ended ended = run(
                door,
                "env | grep -i -e proxy -e maven_opts; ls -A /run; bash -c ': </dev/tcp/127.0.0.1/8425'; bash -c ': </dev/tcp/127.0.0.2/"
                        + port + "'; true");

        assertThat(ended.tail()).doesNotContainIgnoringCase("proxy").doesNotContain("wakeful");
        assertThat(ended.tail().lines().filter(line -> line.matches(".*/dev/tcp/.*Connection refused")))
                .hasSize(2);
        assertThat(off.forAgent(journal()).address()).isEmpty();
        assertThat(off.words()).isEqualTo("off");
    }

    /** Agents download only where that is said besides. */
    @Test
    void agentsNeedASwitchOfTheirOwn() throws Exception {
        try (Door door = downloads(1, "a.org").forAgent(journal())) {
            assertThat(door.address()).isEmpty();
        }
    }

    /** Without a sandbox a command finds the proxy at a port; nothing holds it to it. */
    @Test
    void withoutAFenceThereIsAPort() throws Exception {
        Downloads downloads = new Downloads(
                new DownloadProperties(
                        true, List.of("127.0.0.2:" + port + " private"), false, 8, 1, 1, Duration.ofMinutes(1)),
                new Unfenced(locked.sandbox()),
                new Tally(meters),
                Clock.systemUTC());
        try (Door door = downloads.forCommand(journal());
                HttpClient client = HttpClient.newBuilder()
                        .proxy(ProxySelector.of(
                                (InetSocketAddress) door.address().orElseThrow()))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            assertThat(client.send(get("http://127.0.0.2:" + port + "/a"), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("the file /a");
            assertThat(client.send(get("http://127.0.0.3/"), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    /** A sandbox that is none. */
    private record Unfenced(Sandbox real) implements Sandbox {

        @Override
        public String name() {
            return "none";
        }

        @Override
        public boolean isFence() {
            return false;
        }

        @Override
        public ProcessBuilder enclose(Enclosure enclosure, List<String> argv) {
            return real.enclose(enclosure, argv);
        }

        @Override
        public URI inside(URI gateway) {
            return gateway;
        }
    }

    private static final String POM = """
            <project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>parent</artifactId>
            <version>1</version><packaging>pom</packaging></project>
            """;

    /** A real Maven finds the proxy by itself; it asks for a parent that only the mirror has. */
    @Test
    void mavenDownloadsWithoutBeingConfigured() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mvn")), "Maven is not installed below /usr");
        Files.writeString(locked.place.directory().resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                <parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version><relativePath/></parent>
                <artifactId>child</artifactId><packaging>pom</packaging>
                <repositories><repository><id>mirror</id><url>http://mirror.example:%d/</url></repository></repositories></project>
                """.formatted(port));
        Files.writeString(locked.place.directory().resolve("settings.xml"), """
                <settings><mirrors><mirror><id>maven-default-http-blocker</id><mirrorOf>nobody</mirrorOf>
                <url>http://127.0.0.2/</url></mirror></mirrors></settings>
                """);
        Door door = downloads(1, "mirror.example:" + port + " private").forCommand(journal());

        Ended ended = run(door, "mvn -B -s settings.xml validate");

        assertThat(ended.tail()).contains("BUILD SUCCESS");
        assertThat(Files.readString(journal())).contains("GET\tmirror.example:" + port + "/g/parent/1/parent-1.pom");
    }

    private Path journal() {
        return directory.resolve("artefacts/downloads.log");
    }

    private Ended run(Door door, String line) {
        try (door) {
            return locked.run(line, door.address());
        }
    }

    private Downloads downloads(int mostMb, String... hosts) {
        return downloads(new DownloadProperties(true, List.of(hosts), false, 8, mostMb, 1, Duration.ofMinutes(1)));
    }

    private Downloads downloads(DownloadProperties properties) {
        return new Downloads(
                properties, locked.sandbox(), new Tally(meters), Clock.systemUTC(), DownloadsIT::addresses);
    }

    /** One name that nobody else has. */
    private static InetAddress[] addresses(String host) throws UnknownHostException {
        return host.equals("mirror.example")
                ? new InetAddress[] {InetAddress.ofLiteral("127.0.0.2")}
                : InetAddress.getAllByName(host);
    }
}
