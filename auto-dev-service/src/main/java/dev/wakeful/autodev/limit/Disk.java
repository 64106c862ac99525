package dev.wakeful.autodev.limit;

import dev.wakeful.autodev.WorkspaceProperties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds new swarms back while the disk is nearly full; one warning when it begins, one word when it is over. */
@Component
class Disk {

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    private final FreeSpace free;
    private final long least;
    private final AtomicBoolean full = new AtomicBoolean();

    Disk(FreeSpace free, WorkspaceProperties properties) {
        this.free = free;
        this.least = properties.leastFreeBytes();
    }

    boolean hasRoom() {
        long bytes = free.bytes();
        boolean enough = bytes >= least;
        if (!enough && full.compareAndSet(false, true)) {
            LOG.warn(
                    "The disk has {} bytes left and must have {}: new swarms wait. Free some space, see `wakeful workspace list`, "
                            + "or lower wakeful.auto-dev.workspaces.least-free-bytes",
                    bytes,
                    least);
        } else if (enough && full.compareAndSet(true, false)) {
            LOG.info("The disk has {} bytes left again: new swarms begin", bytes);
        }
        return enough;
    }
}
