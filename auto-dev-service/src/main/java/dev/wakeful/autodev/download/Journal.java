package dev.wakeful.autodev.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a swarm has downloaded, one line for each request, kept with its artefacts. After a crash it tells how much there was already. */
record Journal(Path file) {

    List<Fetched> all() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(Fetched::read).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("What was downloaded before cannot be read: " + file, e);
        }
    }

    void add(Fetched fetched) {
        String line = fetched.line().replaceAll("[\\r\\n]+", " ") + "\n";
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, line, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("What was downloaded cannot be written down: " + file, e);
        }
    }
}
