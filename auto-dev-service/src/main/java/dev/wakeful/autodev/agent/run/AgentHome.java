package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.process.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The private home of one agent of one swarm, beside its tree: settings, and its sessions. It goes with the workspace. An agent may have left
 * links in it, so nothing is ever written through one.
 */
record AgentHome(Path path) {

    static AgentHome of(Place place, String agent) {
        return new AgentHome(place.directory().resolveSibling("home-" + agent));
    }

    /** The same place with this home. */
    Place in(Place place) {
        return new Place(place.mark(), place.directory(), path, place.temporary());
    }

    void write(Map<String, String> files) {
        try {
            Files.createDirectories(path);
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(path.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The private home " + path + " could not be furnished", e);
        }
    }

    private void write(Path file, String content) throws IOException {
        Path directory = path;
        for (Path name : path.relativize(file.getParent())) {
            directory = directory.resolve(name);
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(directory);
                Files.createDirectory(directory);
            }
        }
        Files.deleteIfExists(file);
        Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
