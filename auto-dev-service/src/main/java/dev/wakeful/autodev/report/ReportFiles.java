package dev.wakeful.autodev.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Report files in a tree. No link is followed, neither of a file nor of a directory on the way to it, so nothing outside of the tree is ever
 * read; nor is anything but regular files, and of those no more than is good for a report.
 */
public record ReportFiles(Path tree) {

    private static final int MOST_FILES = 5_000;
    private static final int MOST_VISITED = 500_000;
    private static final int MOST_BYTES = 32 << 20;

    /** A report and what is in it. */
    record Content(String path, byte[] bytes) {}

    /**
     * The paths that match, in order.
     *
     * @throws UnreadableReport when they are too many, or one is a link
     */
    public List<String> matching(List<String> patterns) {
        Set<String> found = new TreeSet<>();
        patterns.stream().map(Glob::of).forEach(glob -> found.addAll(matching(glob)));
        if (found.size() > MOST_FILES) {
            throw new UnreadableReport("There are more than " + MOST_FILES + " report files.");
        }
        return List.copyOf(found);
    }

    private List<String> matching(Glob glob) {
        Path root = tree.resolve(glob.root());
        Walk walk = new Walk(glob);
        try {
            if (isWithin(root)) {
                Files.walkFileTree(root, walk);
            }
            return walk.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every directory on the way is one and no link. */
    private boolean isWithin(Path root) {
        Path at = tree;
        for (Path name : tree.relativize(root)) {
            at = at.resolve(name);
            if (!name.toString().isEmpty() && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Glob glob;
        private final List<String> found = new ArrayList<>();
        private int visited;

        Walk(Glob glob) {
            this.glob = glob;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(tree.resolve(".git")) ? FileVisitResult.SKIP_SUBTREE : count();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = tree.relativize(file).toString();
            if (glob.matches(path)) {
                if (!attributes.isRegularFile()) {
                    throw new UnreadableReport("The report " + path + " is no regular file.");
                }
                found.add(path);
            }
            return count();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return count();
        }

        private FileVisitResult count() {
            if (++visited > MOST_VISITED) {
                throw new UnreadableReport("There are too many files to look for reports among them.");
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** @throws UnreadableReport when it is larger than a report is, or was replaced by a link */
    Content read(String path) {
        try (DirectoryStream<Path> top = Files.newDirectoryStream(tree);
                InputStream in = top instanceof SecureDirectoryStream<Path> secure
                        ? open(secure, Path.of(path).iterator())
                        : Files.newInputStream(tree.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UnreadableReport("The report " + path + " is larger than " + (MOST_BYTES >> 20) + " MiB.");
            }
            return new Content(path, bytes);
        } catch (NoSuchFileException e) {
            throw new UnreadableReport("The report " + path + " is gone again.");
        } catch (IOException e) {
            throw new UnreadableReport("The report " + path + " cannot be read: " + e + ".");
        }
    }

    /** Each directory is opened from the one before, so that none can be swapped for a link in between. */
    private static InputStream open(SecureDirectoryStream<Path> in, Iterator<Path> names) throws IOException {
        Path name = names.next();
        if (!names.hasNext()) {
            return Channels.newInputStream(
                    in.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
        }
        try (SecureDirectoryStream<Path> next = in.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            return open(next, names);
        }
    }
}
