package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.events.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a workspace, the control plane's repository beside them, and the one that commands are lent among them. */
final class Tree {

    private final SourceRepository source;
    private final Place place;
    private final Git git;
    private final Layout own;
    private final Layout lent;

    Tree(SourceRepository source, boolean sha256, Place place, Git git) {
        this.source = source;
        this.place = place;
        this.git = git;
        this.own = new Layout(git.repository(), git.objects(), sha256);
        this.lent = Layout.of(place.directory().resolve(".git"), sha256);
    }

    List<Path> readable() {
        return Stream.concat(Stream.of(own.objects()), source.stores().stream()).toList();
    }

    /** Makes the control plane's repository, where it is not there yet; the files stay as they are. */
    void open() {
        if (!Files.exists(own.head()) || !Files.isDirectory(place.directory())) {
            try {
                own.write(own.nowhere(), List.of(source.objects()), source.shallow());
                Files.createDirectories(place.directory());
            } catch (IOException e) {
                throw damaged(e);
            }
        }
    }

    /** Makes the files exactly the revision, or the part of it that is in the cone; the answer is Git's. */
    GitResult standAt(Revision revision, Optional<Cone> part) {
        try {
            empty();
            own.write(revision, List.of(source.objects()), source.shallow(), part);
        } catch (IOException e) {
            throw damaged(e);
        }
        GitResult reset = git.run("reset", "--hard", "--quiet");
        if (reset.succeeded()) {
            lend(revision, part);
        }
        return reset;
    }

    private void empty() throws IOException {
        own.forget();
        Deletion.of(place.directory());
        Deletion.of(place.temporary());
        if (place.home().equals(place.directory().resolveSibling("home"))) {
            Deletion.of(place.home());
        }
        Files.createDirectories(place.directory());
        Files.createDirectories(place.temporary());
        Files.createDirectories(place.home());
    }

    /** Lays a repository of plain files into the tree for commands to use as they like; what becomes of it does not matter. */
    private void lend(Revision revision, Optional<Cone> part) {
        try {
            lent.write(revision, List.of(own.objects(), source.objects()), source.shallow(), part);
            if (Files.exists(own.index())) {
                Files.copy(own.index(), lent.index(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** A new index that holds the revision and knows no file. */
    void forgetFiles(Revision revision) {
        try {
            Files.deleteIfExists(own.index());
        } catch (IOException e) {
            throw damaged(e);
        }
        git.run("read-tree", revision.value()).orFail();
    }

    private UncheckedIOException damaged(IOException cause) {
        return new UncheckedIOException("The workspace " + place.directory() + " could not be cut", cause);
    }
}
