package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.autodev.workspace.FileChange.Side;
import dev.wakeful.autodev.workspace.FileChange.Type;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds where a change may weaken the checks it is proven with (VER-3). A hit proves nothing and refuses nothing: it sends the change to a
 * person, with the exact lines. What cannot be looked at is a hit too. The same change always has the same hits, whoever made it.
 */
public final class TamperGuard {

    /** More than a person reads; the last one says that there are more. */
    static final int MOST = 200;

    private static final int MOST_FILES = 2_000;
    private static final int LONGEST_TEXT = 1 << 20;

    private TamperGuard() {}

    /** @param commands that prove the change: the check and the steps of the pipeline */
    public static List<Suspicion> inspect(List<FileChange> changes, List<String> commands) {
        ProofCommands proof = ProofCommands.of(commands);
        List<FileChange> read = changes.stream().limit(MOST_FILES).toList();
        List<Inspected> files =
                read.stream().filter(TamperGuard::isReadable).map(Inspected::of).toList();
        List<Suspicion> found = Stream.of(
                        read.stream().flatMap(change -> unseen(change).stream()),
                        new TestRules(files).suspicions().stream(),
                        files.stream().flatMap(file -> new FileRules(file).suspicions().stream()),
                        files.stream().flatMap(file -> new CheckRules(file, proof).suspicions().stream()))
                .flatMap(hits -> hits)
                .distinct()
                .toList();
        return bounded(found, changes.size());
    }

    private static List<Suspicion> bounded(List<Suspicion> found, int files) {
        List<Suspicion> shown = new ArrayList<>(found.stream().limit(MOST).toList());
        if (found.size() > MOST) {
            shown.add(Hit.file("more", "", (found.size() - MOST) + " more places were found."));
        }
        if (files > MOST_FILES) {
            shown.add(Hit.file(
                    "not-inspected", "", "Only the first " + MOST_FILES + " of " + files + " files were looked at."));
        }
        return shown;
    }

    private static boolean isReadable(FileChange change) {
        return Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .allMatch(side -> side.type() == Type.FILE
                        && side.text()
                                .filter(text -> text.length() <= LONGEST_TEXT)
                                .isPresent());
    }

    /** What no rule can read: links, other repositories, and files that are no text or too large. */
    private static List<Suspicion> unseen(FileChange change) {
        List<Suspicion> found = new ArrayList<>();
        change.after()
                .filter(TamperGuard::leadsOut)
                .ifPresent(side -> found.add(Hit.file(
                        "link-out-of-tree",
                        side.path(),
                        "A link leads out of the tree: " + side.text().orElse("?"))));
        Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .filter(side -> side.type() == Type.SUBMODULE)
                .limit(1)
                .forEach(side -> found.add(
                        Hit.file("submodule-changed", side.path(), "Another revision of another repository is used.")));
        if (found.isEmpty() && !isReadable(change)) {
            unreadable(change).ifPresent(found::add);
        }
        if (isReadable(change)
                && isCheck(change)
                && Inspected.of(change).after().hasLongLines()) {
            found.add(Hit.file("not-inspected", change.path(), "It has lines too long to be looked at."));
        }
        return found;
    }

    private static boolean leadsOut(Side side) {
        if (side.type() != Type.LINK) {
            return false;
        }
        String target = side.text().orElse("/");
        try {
            Path pointed = Path.of("/tree", side.path(), "..").resolve(target).normalize();
            return target.startsWith("/") || !pointed.startsWith("/tree");
        } catch (java.nio.file.InvalidPathException e) {
            return true;
        }
    }

    /** Pictures come and go; of what could be a check or its data it is told. */
    private static Optional<Suspicion> unreadable(FileChange change) {
        return isCheck(change)
                ? Optional.of(Hit.file(
                        "not-inspected",
                        change.path(),
                        "It belongs to the checks, and is no text or too large to be looked at."))
                : Optional.empty();
    }

    private static boolean isCheck(FileChange change) {
        return !FileKind.of(change.path()).isEmpty()
                || change.before()
                        .map(side -> !FileKind.of(side.path()).isEmpty())
                        .orElse(false)
                || Language.of(change.path()).knowsTests();
    }
}
