package dev.wakeful.autodev.limit;

import dev.wakeful.autodev.AutoDevProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is left of the disk that workspaces are on. */
@Component
public class FreeSpace {

    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);

    private final Path directory;

    FreeSpace(AutoDevProperties properties) {
        this.directory = properties.directory();
    }

    /** Bytes that this process may still write; where the system does not tell, as many as there can be. */
    public long bytes() {
        try {
            return Files.getFileStore(existing()).getUsableSpace();
        } catch (IOException e) {
            LOG.warn("The free space of {} is not known: {}", directory, e.toString());
            return Long.MAX_VALUE;
        }
    }

    private Path existing() {
        Path path = directory;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
