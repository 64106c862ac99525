package dev.wakeful.autodev.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * How much is in a directory. Links count as themselves and lead nowhere; what cannot be read is left out.
 *
 * @param bytes the lengths of all files together
 */
record Size(long bytes, long files) {

    static final Size NOTHING = new Size(0, 0);

    /** As it is now; a tree that changes meanwhile is measured as far as it can be seen. */
    static Size of(Path top) throws IOException {
        if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
            return NOTHING;
        }
        Count count = new Count();
        Files.walkFileTree(top, count);
        return new Size(count.bytes, count.files);
    }

    /** Whether it differs from the other by so much that people would want to know: a tenth, and a mebibyte. */
    boolean isFarFrom(Size other) {
        long difference = Math.abs(bytes - other.bytes);
        return difference > 1 << 20 && difference > other.bytes / 10;
    }

    private static final class Count extends SimpleFileVisitor<Path> {

        private long bytes;
        private long files;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            files++;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path directory, @org.jspecify.annotations.Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
