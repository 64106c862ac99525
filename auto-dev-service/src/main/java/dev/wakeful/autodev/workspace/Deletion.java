package dev.wakeful.autodev.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Deletes a tree with all in it. A link is deleted, never followed; directories a check has locked are opened first. */
final class Deletion extends SimpleFileVisitor<Path> {

    private Deletion() {}

    /** Deletes the tree, the top included. What is not there is no error. */
    static void of(Path top) throws IOException {
        if (Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(top, new Deletion());
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        open(directory);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
    }

    /** Comes here when a directory cannot be listed: it is opened and walked again. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !Files.isReadable(path)) {
            open(path);
            Files.walkFileTree(path, new Deletion());
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
        if (failure != null) {
            throw failure;
        }
        Files.delete(directory);
        return FileVisitResult.CONTINUE;
    }

    /** Makes a directory accessible to its owner again. */
    static void open(Path directory) throws IOException {
        if (!Files.isWritable(directory) || !Files.isExecutable(directory)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
