package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A watched repository's object store. Only ever read: no Git command runs in it, so nothing of its configuration is ever in force. */
record SourceRepository(Path store) {

    private static final int MOST_STORES = 20;

    /** Finds it in a plain, bare or linked working tree's repository, without a process. */
    static SourceRepository of(WatchedRepository repository) {
        try {
            Path path = Path.of(repository.path());
            Optional<Path> store = store(path.resolve(".git")).or(() -> store(path));
            return new SourceRepository(store.orElseThrow(() -> gone(repository)));
        } catch (InvalidPathException e) {
            throw gone(repository);
        }
    }

    private static CannotGoOn gone(WatchedRepository repository) {
        return new CannotGoOn(
                Reason.REPOSITORY_GONE,
                "There is no Git repository at " + repository.path() + " any more. Put " + repository.name()
                        + " back, or register it again where it is now.");
    }

    private static Optional<Path> store(Path git) {
        if (Files.isRegularFile(git)) {
            return linked(git);
        }
        return Files.isDirectory(git.resolve("objects")) && Files.exists(git.resolve("HEAD"))
                ? Optional.of(git.toAbsolutePath().normalize())
                : Optional.empty();
    }

    /** A linked working tree: a file that names its directory, which names the common one. */
    private static Optional<Path> linked(Path file) {
        try {
            Path own = file.resolveSibling(Files.readString(file).strip().replaceFirst("^gitdir:\\s*", ""));
            Path common = own.resolve("commondir");
            return store(
                    Files.exists(common) ? own.resolve(Files.readString(common).strip()) : own);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    Path objects() {
        return store.resolve("objects");
    }

    /** All that its objects are in: its own store, and those that it borrows from itself. */
    List<Path> stores() {
        Set<Path> stores = new LinkedHashSet<>();
        addStores(objects(), stores);
        return List.copyOf(stores);
    }

    private static void addStores(Path objects, Set<Path> stores) {
        if (stores.size() >= MOST_STORES || !Files.isDirectory(objects) || !stores.add(objects)) {
            return;
        }
        try (Stream<String> alternates = Files.lines(objects.resolve("info/alternates"))) {
            alternates
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> addStores(objects.resolve(line).normalize(), stores));
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            // it borrows nothing, or nothing that can be found
        }
    }

    /** Where a shallow clone writes down what it does not have; the history ends there. */
    Path shallow() {
        return store.resolve("shallow");
    }

    /** Whether the history ends at the revision because more was not fetched. */
    boolean isShallowAt(Revision revision) {
        return lines(shallow()).contains(revision.value());
    }

    /** Whether nothing was ever committed: no reference is there, nor what could hold one. */
    boolean isWithoutCommits() {
        return !isOpaque()
                && packed().isEmpty()
                && !hasFile(store.resolve("refs"))
                && lines(head()).stream().anyMatch(line -> line.startsWith("ref: "));
    }

    /** Whether the branch is not there, as far as that can be told. */
    boolean lacks(String branch) {
        String name = "refs/heads/" + branch;
        return !isOpaque()
                && packed().stream().noneMatch(line -> line.endsWith(" " + name))
                && !Files.isRegularFile(store.resolve(name));
    }

    /** Newer formats keep references in tables that only Git reads. */
    private boolean isOpaque() {
        return !isThere() || Files.exists(store.resolve("reftable"));
    }

    private Path head() {
        return store.resolve("HEAD");
    }

    private List<String> packed() {
        return lines(store.resolve("packed-refs")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static boolean hasFile(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    boolean isThere() {
        return Files.isDirectory(objects());
    }
}
