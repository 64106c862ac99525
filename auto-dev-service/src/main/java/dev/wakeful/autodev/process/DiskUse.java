package dev.wakeful.autodev.process;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What a place takes of its disk. What is free on the disk costs nothing to know, so files are counted only once that has shrunk. */
final class DiskUse {

    private final Place place;
    private final FileStore disk;
    private final long freeAtStart;

    DiskUse(Place place) throws IOException {
        this.place = place;
        this.disk = Files.getFileStore(place.directory());
        this.freeAtStart = disk.getUsableSpace();
    }

    long free() throws IOException {
        return disk.getUsableSpace();
    }

    /** How much the disk has lost since the start and the place's files take: the smaller of both, so zero when it has lost little. */
    long grown(long atLeast) throws IOException {
        long gone = freeAtStart - disk.getUsableSpace();
        return gone < atLeast
                ? 0
                : Math.min(gone, size(place.directory()) + size(place.temporary()) + size(place.home()));
    }

    /** Files may come and go meanwhile; links are not followed. */
    private static long size(Path top) throws IOException {
        long[] sum = new long[1];
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }
}
