package dev.wakeful.cli.emergency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file {@code STOP} in a data directory, which stops everything that uses it. */
record StopFile(Path path) {

    static StopFile in(Path data) {
        return new StopFile(data.resolve("STOP"));
    }

    /** Appears with its text in one step. */
    void write(String reason) throws IOException {
        Files.createDirectories(path.getParent());
        Path draft = Files.createTempFile(path.getParent(), "stop", ".tmp");
        Files.writeString(draft, reason.isBlank() ? "wakeful emergency-stop" : reason);
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
