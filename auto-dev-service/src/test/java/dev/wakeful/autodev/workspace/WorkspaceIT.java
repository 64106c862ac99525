package dev.wakeful.autodev.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.events.Revision;
import dev.wakeful.events.WatchedRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees cut from real repositories: DEV-1, DEV-4, VER-4. */
class WorkspaceIT {

    private static final Vigil NOBODY = new Vigil() {
        @Override
        public void started(Process process, Instant at) {}

        @Override
        public void tick() {}
    };

    @TempDir
    Path directory;

    private SampleRepository source;
    private Revision first;
    private Revision second;

    @BeforeEach
    void makeSource() {
        source = new SampleRepository(directory.resolve("source"));
        first = source.commit("One", "a.txt", "one");
        second = source.commit("Two", "a.txt", "two");
    }

    @Test
    void aTreeIsExactlyItsRevisionWhateverWasLeftInIt() throws Exception {
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        Files.writeString(tree("left.txt"), "left");
        Files.writeString(tree("a.txt"), "changed");
        Files.writeString(tree(".git/index.lock"), "");
        Files.createDirectories(tree("locked/deep"));
        Files.setPosixFilePermissions(tree("locked"), PosixFilePermissions.fromString("r-x------"));

        workspace.standAt(first);

        assertThat(tree("a.txt")).hasContent("one");
        assertThat(tree("left.txt")).doesNotExist();
        assertThat(tree("locked")).doesNotExist();
        assertThat(workspace.differences(first)).isEmpty();
    }

    @Test
    void aLinkIsDeletedAndNeverFollowed() throws Exception {
        Path precious = Files.createDirectories(directory.resolve("precious"));
        Files.writeString(precious.resolve("kept.txt"), "kept");
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        Files.createSymbolicLink(tree("link"), precious);

        workspace.standAt(first);

        assertThat(precious.resolve("kept.txt")).hasContent("kept");
        assertThat(tree("link")).doesNotExist();
    }

    @Test
    void nothingOfTheSourcesConfigurationIsInForce() throws Exception {
        Path alarm = directory.resolve("alarm");
        Path hook = source.path().resolve(".git/hooks/post-checkout");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch " + alarm + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        source.git("config", "filter.evil.smudge", "touch " + alarm + "; cat");
        source.git("config", "filter.evil.clean", "touch " + alarm + "; cat");
        source.git("config", "core.fsmonitor", "touch " + alarm);
        Revision evil = source.commit("Attributes", ".gitattributes", "* filter=evil\n");
        Files.deleteIfExists(alarm);
        Workspace workspace = cut(source.path());

        workspace.standAt(evil);
        Files.writeString(tree("a.txt"), "three");
        workspace.commit(evil, "Three");

        assertThat(alarm).doesNotExist();
    }

    @Test
    void whatACheckConfiguresIsNotInForceAfterwards() throws Exception {
        Path alarm = directory.resolve("alarm");
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        SampleRepository.git(tree("."), "config", "core.fsmonitor", "touch " + alarm);
        SampleRepository.git(tree("."), "config", "filter.evil.clean", "touch " + alarm);
        Files.createDirectories(tree(".git/info"));
        Files.writeString(tree(".git/info/attributes"), "* filter=evil\n");
        Files.writeString(tree("a.txt"), "three");

        workspace.differences(second);
        workspace.commit(second, "Three");

        assertThat(alarm).doesNotExist();
    }

    @Test
    void bareLinkedAndShallowRepositoriesAreReadToo() {
        Path bare = directory.resolve("bare");
        SampleRepository.git(directory, "clone", "--quiet", "--bare", "source", "bare");
        Path linked = directory.resolve("linked");
        source.git("worktree", "add", "--quiet", "--detach", linked.toString());
        Path shallow = directory.resolve("shallow");
        SampleRepository.git(directory, "clone", "--quiet", "--depth=1", "file://" + source.path(), "shallow");

        for (Path each : new Path[] {bare, linked, shallow}) {
            Workspace workspace = cut(each);
            workspace.standAt(second);
            assertThat(tree("a.txt")).hasContent("two");
            assertThat(workspace.history(second, 10)).hasSize(each.equals(shallow) ? 1 : 2);
        }
    }

    @Test
    void aCommitMadeTwiceIsTheSameCommit() throws Exception {
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        Files.writeString(tree("a.txt"), "three");
        var once = workspace.commit(second, "Three\n\nTask-Id: task-1\n");

        workspace.standAt(second);
        assertThat(workspace.commit(second, "Nothing")).isEmpty();
        Files.writeString(tree("a.txt"), "three");
        var twice = workspace.commit(second, "Three\n\nTask-Id: task-1\n");

        assertThat(twice).isPresent().isEqualTo(once);
        assertThat(workspace.knows(twice.orElseThrow())).isTrue();
    }

    private Workspace cut(Path repository) {
        WatchedRepository watched = new SampleRepository(directory.resolve("unused")).watched("true", null);
        WatchedRepository at =
                new WatchedRepository(watched.name(), repository.toString(), "main", watched.check(), null);
        Place place = new Place("swarm-test:1", tree("."), directory.resolve("home"), directory.resolve("tmp"));
        return new Workspace(at, false, place, new Git(place, NOBODY, Instant.EPOCH));
    }

    private Path tree(String file) {
        return directory.resolve("tree").resolve(file).normalize();
    }
}
