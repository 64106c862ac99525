package dev.wakeful.benchmarks.reaction;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.floor.SpawnFloor;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.system.Stamps;
import dev.wakeful.cli.server.Webhooks;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Node-RED with one flow: http in → the same command line. Nothing of it is durable. Fetched by npm into the build's directory. */
final class NodeRed implements AutoCloseable {

    private static final String PACKAGE = "node-red@4";
    private static final Duration INSTALL = Duration.ofMinutes(10);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STAMP = Duration.ofSeconds(10);

    private final Process process;
    private final Webhooks door;
    private final Path stamps;

    private NodeRed(Process process, Webhooks door, Path stamps) {
        this.process = process;
        this.door = door;
        this.stamps = stamps;
    }

    static NodeRed start(Setup setup, Path directory) throws Exception {
        Path installed = setup.home().resolve("benchmarks/target/node-red");
        install(Files.createDirectories(installed));
        Path user = Files.createDirectories(directory.resolve("node-red"));
        Path stamps = user.resolve("stamps");
        int port = freePort();
        Files.writeString(user.resolve("settings.js"), settings(port));
        Files.writeString(user.resolve("flows.json"), flow(SpawnFloor.line(stamps)));
        Process process = new ProcessBuilder(
                        "node",
                        installed.resolve("node_modules/node-red/red.js").toString(),
                        "--userDir",
                        user.toString(),
                        "--settings",
                        user.resolve("settings.js").toString())
                .redirectErrorStream(true)
                .redirectOutput(user.resolve("output.txt").toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        NodeRed nodeRed = new NodeRed(process, new Webhooks(URI.create("http://127.0.0.1:" + port), "none"), stamps);
        nodeRed.awaitReady(port, user);
        return nodeRed;
    }

    private static void install(Path into) throws IOException, InterruptedException {
        if (Files.exists(into.resolve("node_modules/node-red/red.js"))) {
            return;
        }
        Progress.say("fetching " + PACKAGE + " by npm");
        Process npm = new ProcessBuilder(
                        "npm", "install", "--no-audit", "--no-fund", "--prefix", into.toString(), PACKAGE)
                .redirectErrorStream(true)
                .redirectOutput(into.resolve("npm.txt").toFile())
                .start();
        if (!npm.waitFor(INSTALL.toSeconds(), TimeUnit.SECONDS) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new IOException("npm could not fetch " + PACKAGE + ":\n" + Files.readString(into.resolve("npm.txt")));
        }
    }

    private static String settings(int port) {
        return """
                module.exports = { flowFile: 'flows.json', uiHost: '127.0.0.1', uiPort: %d, httpAdminRoot: false,
                    telemetry: { enabled: false }, logging: { console: { level: 'warn' } } };
                """.formatted(port);
    }

    private static String flow(String command) {
        String escaped = command.replace("\\", "\\\\").replace("\"", "\\\"");
        return """
                [ {"id": "tab", "type": "tab", "label": "bench"},
                  {"id": "in", "type": "http in", "z": "tab", "url": "/webhooks/github", "method": "post", "wires": [["run", "out"]]},
                  {"id": "run", "type": "exec", "z": "tab", "command": "%s", "addpay": "", "append": "", "useSpawn": "false",
                   "wires": [[], [], []]},
                  {"id": "out", "type": "http response", "z": "tab", "statusCode": "202", "wires": []} ]
                """.formatted(escaped);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(int port, Path user) throws Exception {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (Socket answering = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread.sleep(Duration.ofSeconds(2));
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline || process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    close();
                    throw new IOException("Node-RED did not start:\n" + Files.readString(user.resolve("output.txt")));
                }
            }
        }
    }

    /** POST → the process's own stamp, in nanoseconds. */
    long nanos(byte[] body) throws Exception {
        Files.deleteIfExists(stamps);
        long began = Trigger.nowMicros();
        door.deliver("workflow_job", Webhooks.newDelivery(), body);
        long deadline = System.nanoTime() + STAMP.toNanos();
        while (!Files.exists(stamps) || !Files.readString(stamps).contains("\n")) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Node-RED started no process within " + STAMP);
            }
            Thread.sleep(1);
        }
        long stamped = Stamps.micros(Files.readString(stamps).split(" ")[0]);
        return TimeUnit.MICROSECONDS.toNanos(stamped - began);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
