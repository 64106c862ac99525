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

    private final Path top;
    private final Path kept;

    private Deletion(Path top, Path kept) {
        this.top = top;
        this.kept = kept;
    }

    /** Deletes the tree, the top included. What is not there is no error. */
    static void of(Path top) throws IOException {
        of(top, top.resolveSibling("nothing is kept"));
    }

    /** Deletes all in the tree but the one directory and those above it. */
    static void of(Path top, Path kept) throws IOException {
        if (Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(top, new Deletion(top, kept));
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        if (directory.equals(kept)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!Files.isWritable(directory)) {
            open(directory);
        }
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
            Files.walkFileTree(path, new Deletion(top, kept));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!kept.startsWith(directory)) {
            Files.delete(directory);
        }
        return FileVisitResult.CONTINUE;
    }

    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
