package dev.wakeful.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is gone afterwards, with all that is in it. */
public record TemporaryDirectory(Path path) implements AutoCloseable {

    public static TemporaryDirectory make(String name) throws IOException {
        return new TemporaryDirectory(Files.createTempDirectory("wakeful-bench-" + name + "-"));
    }

    /** A directory inside. */
    public Path directory(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
