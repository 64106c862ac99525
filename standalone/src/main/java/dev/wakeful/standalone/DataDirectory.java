package dev.wakeful.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Everything the system keeps, in one directory that only its owner can read. One process uses it at a time: the file {@code lock} is
 * locked for the life of the process, so a killed process leaves no lock behind.
 */
final class DataDirectory implements AutoCloseable {

    private static final long LEAST_FREE_BYTES = 500L << 20;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the directory if need be and takes it for this process. */
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            requireFreeSpace(path);
            FileChannel lock =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lock) == null) {
                lock.close();
                throw new StartFailed("The data directory " + path
                        + " is in use by another Wakeful; end that one, or choose another with --data DIR.");
            }
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            throw new StartFailed(
                    "The data directory " + path + " cannot be used (" + e
                            + "); make it writable, or choose another with --data DIR.",
                    e);
        }
    }

    private static void requireFreeSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new StartFailed("Only " + (free >> 20) + " MiB are free where " + path
                    + " is; free at least 500 MiB there, or choose another place with --data DIR.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** A directory inside, made if need be. */
    Path directory(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
