package dev.wakeful.autodev.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wakeful.autodev.process.Bounds;
import dev.wakeful.autodev.process.Command;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.Shell;
import dev.wakeful.autodev.process.Vigil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs scripts in a real bubblewrap, in a place below a directory. */
public final class Locked implements AutoCloseable {

    public static final Bounds WIDE = new Bounds(512, 2048, 4096, 4096, Duration.ofMinutes(10), 10, 1);

    final Path directory;
    public final Place place;
    final Doorway doorway;
    private final Bounds bounds;

    public Locked(Path directory, Bounds bounds) throws Exception {
        boolean installed = Files.isExecutable(Path.of("/usr/bin/bwrap"));
        assumeTrue(installed || "true".equals(System.getenv("CI")), "bubblewrap is not installed");
        this.directory = directory;
        this.bounds = bounds;
        this.doorway = new Doorway(directory.resolve("sandbox"));
        this.place = new Place(
                "swarm-test:" + System.nanoTime(),
                Files.createDirectories(directory.resolve("w/tree")),
                Files.createDirectories(directory.resolve("home")),
                Files.createDirectories(directory.resolve("w/tmp")));
    }

    public Sandbox sandbox() {
        return new BubblewrapSandbox(
                Bubblewrap.installed(),
                new HostFiles(directory.resolve("sandbox")),
                doorway,
                Limits.of(bounds),
                List.of());
    }

    Ended run(String line) {
        return run(line, List.of(), null, Duration.ofMinutes(2));
    }

    Ended run(String line, List<Path> readable, @Nullable URI gateway, Duration limit) {
        return run(line, new Enclosure(place, readable, Map.of("TOKEN", "t0ken"), gateway), limit);
    }

    /** With a way to downloads, where there is one. */
    public Ended run(String line, Optional<SocketAddress> downloads) {
        return run(
                line, new Enclosure(place, List.of(), Map.of(), null, downloads.orElse(null)), Duration.ofMinutes(1));
    }

    private Ended run(String line, Enclosure enclosure, Duration limit) {
        Command command = new Command(
                line, place, argv -> sandbox().enclose(enclosure, argv), directory.resolve("logs/1.log"), limit);
        return new Shell(Clock.systemUTC(), bounds).run(command, NOBODY);
    }

    static final Vigil NOBODY = new Vigil() {
        @Override
        public void started(Process process, Instant at) {}

        @Override
        public void tick() {}
    };

    @Override
    public void close() {
        doorway.close();
        if (Files.isDirectory(directory.resolve("sandbox"))) {
            removeLinks(directory.resolve("sandbox"));
        }
    }

    /** Whoever removes a test's directory warns of every link out of it. */
    private static void removeLinks(Path top) {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
