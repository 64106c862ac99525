package dev.wakeful.cimanager.forge.plaingit;

import dev.wakeful.cimanager.forge.Draft;
import dev.wakeful.cimanager.forge.DryMerges;
import dev.wakeful.cimanager.forge.DryMerges.Collision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Merges a change with each open branch for a try ({@code git merge-tree}), in a repository of its own that only borrows the objects: neither a ref
 * nor an object of the watched repository is changed, and no merge driver that its configuration or attributes name is run.
 */
record DryMerging(Git git, PullRefs pulls) {

    private static final Duration ONE = Duration.ofSeconds(10);
    private static final Duration ALL = Duration.ofSeconds(30);

    /** The change's objects have to be there. */
    DryMerges of(Draft draft) {
        List<PullRefs.Tip> others = pulls.tips(draft.target()).stream()
                .filter(tip -> !tip.branch().equals(draft.branch()))
                .toList();
        try {
            Path scratch = Files.createTempDirectory("wakeful-merge-");
            try {
                return tried(borrowing(scratch), draft, others);
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No room for a dry merge: check the disk", e);
        }
    }

    private static DryMerges tried(Optional<Git> scratch, Draft draft, List<PullRefs.Tip> others) {
        List<Collision> collisions = new ArrayList<>();
        List<String> untried = new ArrayList<>();
        Instant end = Instant.now().plus(ALL);
        for (PullRefs.Tip other : others) {
            Optional<List<String>> files = scratch.filter(there -> Instant.now().isBefore(end))
                    .flatMap(there -> conflicts(there, draft.head().value(), other.revision()));
            if (files.isEmpty()) {
                untried.add(other.branch());
            } else if (!files.get().isEmpty()) {
                collisions.add(new Collision(other.branch(), files.get()));
            }
        }
        return new DryMerges(collisions, untried);
    }

    /** Nothing where Git cannot say. */
    private static Optional<List<String>> conflicts(Git scratch, String head, String other) {
        try {
            Git.Result result =
                    scratch.run("merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", head, other);
            return switch (result.exit()) {
                case 0 -> Optional.of(List.of());
                case 1 ->
                    Optional.of(Stream.of(result.out().split("\0"))
                            // the first is the tree that was made
                            .skip(1)
                            .filter(file -> !file.isBlank())
                            .distinct()
                            .toList());
                default -> Optional.empty();
            };
        } catch (Git.GitFailed e) {
            return Optional.empty();
        }
    }

    private Optional<Git> borrowing(Path scratch) throws IOException {
        Git own = new Git(scratch, ONE);
        Git.Result objects = git.run("rev-parse", "--path-format=absolute", "--git-path", "objects");
        Git.Result format = git.run("rev-parse", "--show-object-format");
        if (!objects.ok() || !format.ok()) {
            return Optional.empty();
        }
        Git.Result made = own.run("init", "--quiet", "--bare", "--template=", "--object-format=" + format.line(), ".");
        if (!made.ok()) {
            return Optional.empty();
        }
        Files.createDirectories(scratch.resolve("objects/info"));
        Files.writeString(scratch.resolve("objects/info/alternates"), objects.line() + "\n");
        return Optional.of(own);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
