package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.sandbox.inside.Inside;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The one way out of a sandbox: a socket that is a file, which leads to the gateway and nowhere else (BUD-4, DEV-4). Inside, a small program
 * of the bound JDK answers on a port of the loopback interface, where agents look for it.
 */
final class Doorway implements AutoCloseable {

    /** The JDK of this process, and the one that commands are pointed to. */
    static final List<Path> JDKS = Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
            .filter(Objects::nonNull)
            .map(Path::of)
            .distinct()
            .toList();

    static final int PORT = 8424;
    private static final Path INSIDE = Path.of("/run/wakeful");
    static final String SOCKET = INSIDE.resolve("gateway.sock").toString();
    static final Path CLASSES = INSIDE.resolve("classes");

    private final Path classes;
    private final Map<URI, Relay> relays = new ConcurrentHashMap<>();

    /** @param directory where the program is laid out; no command can write there */
    Doorway(Path directory) {
        this.classes = directory.resolve("classes");
        String name = Inside.class.getName().replace('.', '/') + ".class";
        try (InputStream program = Inside.class.getClassLoader().getResourceAsStream(name)) {
            Path file = classes.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, Objects.requireNonNull(program, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("What a sandbox needs could not be written", e);
        }
    }

    void mount(Mounts mounts, URI gateway) {
        mounts.readOnly(socket(gateway), Path.of(SOCKET));
        mounts.readOnly(classes, CLASSES);
    }

    /** The socket outside that leads to this gateway. */
    Path socket(URI gateway) {
        return relays.computeIfAbsent(gateway, Relay::to).socket();
    }

    Path classes() {
        return classes;
    }

    /** What goes before the program and its arguments. */
    List<String> opening() {
        return opening(JDKS.getFirst());
    }

    static List<String> opening(Path jdk) {
        return List.of(
                jdk.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "-cp",
                CLASSES.toString(),
                Inside.class.getName(),
                String.valueOf(PORT),
                SOCKET);
    }

    URI inside(URI gateway) {
        String path = Objects.requireNonNullElse(gateway.getRawPath(), "");
        return URI.create(gateway.getScheme() + "://127.0.0.1:" + PORT + path);
    }

    @Override
    public void close() {
        relays.values().forEach(Relay::close);
    }
}
