package dev.wakeful.autodev.agent.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;

/**
 * Gives the state of a tree's files a number: their names and sizes. Nothing is opened, no link is followed and no Git is run, for an agent is at
 * work in it. Times do not count, so writing the same again is no change.
 */
final class Trees {

    private static final int MOST = 100_000;

    private Trees() {}

    static OptionalLong state(Path tree) {
        Sum sum = new Sum(tree);
        try {
            Files.walkFileTree(tree, sum);
        } catch (IOException e) {
            // it is changing under us: what was seen is as good a number
        }
        return OptionalLong.of(sum.number);
    }

    private static final class Sum extends SimpleFileVisitor<Path> {

        private final Path tree;
        private long number;
        private int files;

        Sum(Path tree) {
            this.tree = tree;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            long name = tree.relativize(file).toString().hashCode();
            number += (name * 0x9E3779B97F4A7C15L) ^ ((attributes.size() + 1) * 0xC2B2AE3D27D4EB4FL);
            files++;
            return files < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
