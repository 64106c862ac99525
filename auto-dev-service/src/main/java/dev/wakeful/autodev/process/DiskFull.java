package dev.wakeful.autodev.process;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The disk does not take what a command needs. The command was ended, and nothing follows about it: neither a verdict nor a fault of the change
 * (VER-4). Whoever ran it may try again; the message tells a person what to do.
 */
public final class DiskFull extends RuntimeException {

    DiskFull(String message) {
        super(message);
    }

    /** Even what the command says could not be kept. */
    DiskFull(Path log, IOException refused) {
        super(
                "The command was ended since the disk does not take its log " + log
                        + " any more. This is no fault of the change: free some space and try again",
                refused);
    }
}
