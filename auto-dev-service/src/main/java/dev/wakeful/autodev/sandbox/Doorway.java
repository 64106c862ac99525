package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.sandbox.inside.Inside;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The ways out of a sandbox: a socket that is a file, which leads to the gateway and nowhere else (BUD-4, DEV-4), and another one to the
 * proxy for downloads, where they are allowed. Inside, a small program of the bound JDK answers on ports of the loopback interface.
 */
final class Doorway implements AutoCloseable {

    /** The JDK of this process, and the one that commands are pointed to. */
    static final List<Path> JDKS = Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
            .filter(Objects::nonNull)
            .map(Path::of)
            .distinct()
            .toList();

    static final int PORT = 8424;
    static final int DOWNLOADS = 8425;
    private static final Path INSIDE = Path.of("/run/wakeful");
    private static final Path CLASSES = INSIDE.resolve("classes");

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

    /** What is open to a command; usually nothing. */
    List<Passage> passages(Enclosure enclosure) {
        List<Passage> passages = new ArrayList<>();
        if (enclosure.gateway() != null) {
            passages.add(new Passage(PORT, socket(enclosure.gateway()), INSIDE.resolve("gateway.sock")));
        }
        if (enclosure.downloads() instanceof UnixDomainSocketAddress file) {
            passages.add(new Passage(DOWNLOADS, file.getPath(), INSIDE.resolve("downloads.sock")));
        }
        return passages;
    }

    /** What a command is told of them, besides the gateway's address. */
    static Map<String, String> environment(Enclosure enclosure) {
        return enclosure.downloads() == null ? Map.of() : ProxySettings.of(DOWNLOADS);
    }

    /** What has to be seen inside, and where, read only. */
    Map<Path, Path> files(Enclosure enclosure) {
        Map<Path, Path> files = new LinkedHashMap<>();
        passages(enclosure).forEach(passage -> files.put(passage.outside(), passage.inside()));
        if (!files.isEmpty()) {
            files.put(classes, CLASSES);
        }
        return files;
    }

    /** The socket outside that leads to this gateway. */
    private Path socket(URI gateway) {
        return relays.computeIfAbsent(gateway, Relay::to).socket();
    }

    /** What goes before the program and its arguments; nothing where nothing is open. */
    List<String> opening(Enclosure enclosure, Path jdk) {
        List<Passage> passages = passages(enclosure);
        if (passages.isEmpty()) {
            return List.of();
        }
        List<String> opening = new ArrayList<>(List.of(
                jdk.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "-cp",
                CLASSES.toString(),
                Inside.class.getName()));
        passages.forEach(passage -> opening.addAll(
                List.of(String.valueOf(passage.port()), passage.inside().toString())));
        opening.add("--");
        return opening;
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
