package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Reason;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the files of a partial tree into an index that holds the whole base: what is there counts wherever it is; what is not there counts as
 * deleted only within the cone. It goes by the files alone: Git's own marks for absent files are made by whoever writes the index, and differ
 * between its versions.
 */
record PartialHarvest(Cone cone, Path tree, Git git) {

    void add(Revision base) {
        whole("add", "--ignore-removal", "--", ".");
        List<String> reached = cone.whole().stream().filter(this::isReached).toList();
        if (!reached.isEmpty()) {
            whole(Stream.concat(Stream.of("add", "--all", "--"), reached.stream())
                    .toArray(String[]::new));
        }
        String gone = goneFromShallow(base).map(path -> path + "\0").collect(Collectors.joining());
        if (!gone.isEmpty()) {
            git.run(gone, Git.OUTPUT_BYTES, "update-index", "--force-remove", "-z", "--stdin")
                    .orFail();
        }
    }

    /** Whether only directories lead to it; where something else stands in the way, it has taken its place in the index already. */
    private boolean isReached(String directory) {
        for (int end = directory.indexOf('/'); end >= 0; end = directory.indexOf('/', end + 1)) {
            Path above = tree.resolve(directory.substring(0, end));
            if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    /** The repository says that it is sparse; for this index it is not. */
    private void whole(String... arguments) {
        git.run(Stream.concat(Stream.of("-c", "core.sparseCheckout=false"), Stream.of(arguments))
                        .toArray(String[]::new))
                .orFail();
    }

    /** Files directly at the top or in a directory above the asked ones. */
    private Stream<String> goneFromShallow(Revision base) {
        Stream<String> above = cone.shallow().isEmpty() ? Stream.empty() : filesIn(base, cone.shallowPaths());
        return Stream.concat(filesIn(base, List.of()), above)
                .filter(path -> Files.notExists(tree.resolve(path), LinkOption.NOFOLLOW_LINKS));
    }

    private Stream<String> filesIn(Revision base, List<String> directories) {
        String[] listing = Stream.concat(Stream.of("ls-tree", "-z", base.value(), "--"), directories.stream())
                .toArray(String[]::new);
        return Arrays.stream(git.run(listing).orFail().text().split("\0"))
                .filter(entry -> entry.startsWith("100") || entry.startsWith("120"))
                .map(entry -> entry.substring(entry.indexOf('\t') + 1));
    }

    /**
     * A file in the place of a directory that is not there would take all of it along.
     *
     * @throws CannotGoOn when a file outside of the cone would go
     */
    void requireNothingGone(Revision base, String now) {
        String gone = git.run(
                        "diff-tree", "-r", "-z", "--no-renames", "--diff-filter=D", "--name-only", base.value(), now)
                .orFail()
                .text();
        Arrays.stream(gone.split("\0"))
                .filter(path -> !path.isEmpty() && !cone.holds(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new CannotGoOn(
                            Reason.NOT_FIXED,
                            "What was left in the tree cannot be a change: something stands in the place of " + path
                                    + ", which is not in the part of the repository that was asked for. Nothing of it was"
                                    + " kept; add its directory to checkout.paths of .wakeful.yaml, or correct the fix"
                                    + " command.");
                });
    }
}
