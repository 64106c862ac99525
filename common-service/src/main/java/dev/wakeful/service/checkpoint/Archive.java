package dev.wakeful.service.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one service's checkpoints: {@code <service>/<moment>.zip} beside {@code <moment>.zip.sha256}, which {@code sha256sum -c}
 * reads. Names sort by time.
 */
public final class Archive {

    private static final String END = ".zip";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSX", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;

    public Archive(Path root, String service) {
        this.directory = root.resolve(service);
    }

    /** Takes over a finished file in one step: a reader sees all of it or nothing. */
    Path keep(Path draft, Instant at, String sha256) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = directory.resolve(MOMENT.format(at) + END);
        Path near = Files.createTempFile(directory, "draft", ".tmp");
        Files.copy(draft, near, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(sum(file), sha256 + "  " + file.getFileName() + "\n");
        return Files.move(near, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what is older than the limit, and drafts that nobody finished; never the newest checkpoint. */
    void prune(Instant now, Duration keep) throws IOException {
        List<Path> all = all();
        for (Path file : all.subList(0, Math.max(0, all.size() - 1))) {
            if (at(file).isBefore(now.minus(keep))) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(sum(file));
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path draft :
                    files.filter(file -> file.toString().endsWith(".tmp")).toList()) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(now.minus(keep))) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    /** The newest checkpoint. */
    public Optional<Path> newest() throws IOException {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The hash that was written beside a file. */
    public static String sumOf(Path file) throws IOException {
        return Files.readString(sum(file)).split(" ", 2)[0];
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Archive::isOne).sorted().toList();
        }
    }

    private static boolean isOne(Path file) {
        try {
            return file.toString().endsWith(END) && at(file).isAfter(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Instant at(Path file) {
        String name = file.getFileName().toString();
        return MOMENT.parse(name.substring(0, name.length() - END.length()), Instant::from);
    }

    private static Path sum(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }
}
