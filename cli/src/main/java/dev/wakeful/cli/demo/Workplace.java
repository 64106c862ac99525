package dev.wakeful.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory of its own for everything the demonstration writes. */
record Workplace(Path directory) {

    private static final int TRIES = 20;

    static Workplace temporary() throws IOException {
        return new Workplace(Files.createTempDirectory("wakeful-demo-").toRealPath());
    }

    Path at(String name) {
        return directory.resolve(name);
    }

    /** Removes it; tries again while processes that are just ending still write there. */
    void remove() {
        for (int attempt = 0; attempt < TRIES && Files.exists(directory); attempt++) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(Workplace::delete);
            } catch (IOException | UncheckedIOException busy) {
                pause();
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (NoSuchFileException gone) {
            // somebody else was faster
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }
}
