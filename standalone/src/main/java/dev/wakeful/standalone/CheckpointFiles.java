package dev.wakeful.standalone;

import dev.wakeful.cli.checkpoint.Bundle;
import dev.wakeful.service.checkpoint.Archive;
import dev.wakeful.service.checkpoint.Manifest;
import dev.wakeful.service.checkpoint.Part;
import dev.wakeful.service.checkpoint.SchemaRestore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * The parts of a checkpoint with their hashes checked: out of the portable file, or the newest of each service out of a directory of
 * checkpoints. One part of every service, or it is refused.
 */
record CheckpointFiles(List<Part> parts) {

    /**
     * @param work where parts are unpacked
     * @throws StartFailed with one sentence, when it cannot be recovered
     */
    static CheckpointFiles of(Path given, Path work) throws IOException {
        try {
            CheckpointFiles files =
                    new CheckpointFiles(Files.isDirectory(given) ? ofDirectory(given) : ofBundle(given, work));
            files.requireAllServices(given);
            return files;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new StartFailed(given + " is no checkpoint that can be recovered: " + e.getMessage() + ".", e);
        }
    }

    private static List<Part> ofBundle(Path file, Path work) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no such file");
        }
        Bundle bundle = Bundle.read(file);
        requireFormat(bundle.format(), Bundle.FORMAT);
        List<Part> parts = new ArrayList<>();
        for (Bundle.Item item : bundle.parts()) {
            Path part = work.resolve("part-" + parts.size() + ".zip");
            Bundle.extract(file, item, part);
            parts.add(part(part, item.sha256()));
        }
        return parts;
    }

    private static List<Part> ofDirectory(Path directory) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (String service : Services.names()) {
            Optional<Path> newest = new Archive(directory, service).newest();
            if (newest.isPresent()) {
                String promised = Archive.sumOf(newest.get());
                if (!Part.sha256(newest.get()).equals(promised)) {
                    throw new IOException(newest.get() + " is not what was written: its hash differs");
                }
                parts.add(part(newest.get(), promised));
            }
        }
        return parts;
    }

    private static Part part(Path file, String sha256) throws IOException {
        Manifest manifest = SchemaRestore.manifest(file);
        requireFormat(manifest.format(), Manifest.FORMAT);
        return new Part(manifest, file, sha256);
    }

    private static void requireFormat(int format, int known) throws IOException {
        if (format != known) {
            throw new IOException("it has format " + format + " and this version reads " + known);
        }
    }

    private void requireAllServices(Path given) {
        TreeSet<String> there =
                parts.stream().map(part -> part.manifest().service()).collect(Collectors.toCollection(TreeSet::new));
        if (!there.equals(new TreeSet<>(Services.names())) || there.size() != parts.size()) {
            throw new StartFailed(given + " has not one part of each service: there are " + there + ", needed are "
                    + new TreeSet<>(Services.names()) + ".");
        }
    }

    List<Manifest> manifests() {
        return parts.stream().map(Part::manifest).toList();
    }
}
