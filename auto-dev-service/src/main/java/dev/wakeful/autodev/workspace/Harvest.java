package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.SwarmEvent.Reason;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks through the files that a command left before Git does: repositories inside lose their {@code .git}, so that their files are not
 * hidden behind a link to a commit that nobody has; a tree that no person would review is refused. Links are never followed.
 */
final class Harvest extends SimpleFileVisitor<Path> {

    static final long LARGE = 256L << 20;
    private static final int MOST_FILES = 1_000_000;
    private static final int MOST_LARGE = 100;

    private final Path top;
    private final List<String> large = new ArrayList<>();
    private int files;

    private Harvest(Path top) {
        this.top = top;
    }

    /**
     * @return the paths of files that are too large for a change, if Git does not ignore them
     * @throws CannotGoOn when there are too many files
     */
    static List<String> prepare(Path tree) throws IOException {
        Harvest harvest = new Harvest(tree);
        Files.walkFileTree(tree, harvest);
        return List.copyOf(harvest.large);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        if (isRepository(directory)) {
            Deletion.of(directory);
            return FileVisitResult.SKIP_SUBTREE;
        }
        Deletion.open(directory);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isRepository(file)) {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isRegularFile() && attributes.size() > LARGE && large.size() < MOST_LARGE) {
            large.add(top.relativize(file).toString());
        }
        if (++files > MOST_FILES) {
            throw tooMuch("more than " + MOST_FILES + " files");
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isRepository(Path path) {
        return path.getFileName().toString().equalsIgnoreCase(".git");
    }

    static CannotGoOn tooMuch(String what) {
        return new CannotGoOn(
                Reason.NOT_FIXED,
                "What was left in the tree cannot be a change: it holds " + what
                        + ". Nothing of it was kept; correct the fix command, or ignore such files in .gitignore and remove them.");
    }
}
