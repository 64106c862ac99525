package dev.wakeful.autodev.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import dev.wakeful.events.WatchedRepository;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
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

    /** DEV-4; the control plane used to write its configuration through such a link. */
    @Test
    void whatTakesThePlaceOfTheGitDirectoryIsNotWrittenThrough() throws Exception {
        Path config = source.path().resolve(".git/config");
        String before = Files.readString(config);
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        SampleRepository.git(tree("."), "status");
        Deletion.of(tree(".git"));
        Files.createSymbolicLink(tree(".git"), source.path().resolve(".git"));
        Files.writeString(tree("a.txt"), "three");

        String differences = workspace.differences(second);
        var made = workspace.commit(second, "Three").orElseThrow();
        workspace.standAt(made);

        assertThat(differences).contains("a.txt");
        assertThat(tree("a.txt")).hasContent("three");
        assertThat(config).hasContent(before);
        assertThat(source.path().resolve(".git/objects")).isDirectory();
    }

    /** Item 3 of the fence: flags, commits and an index made by an agent mean nothing. */
    @Test
    void onlyTheFilesThatAreLeftCount() throws Exception {
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        Files.writeString(tree("a.txt"), "committed");
        SampleRepository.git(tree("."), "commit", "--quiet", "--all", "-m", "Mine");
        SampleRepository.git(tree("."), "update-index", "--assume-unchanged", "a.txt");
        Files.writeString(tree("a.txt"), "hidden");
        Files.writeString(tree("odd\tn\u00e4me \n"), "odd");

        var made = workspace.commit(second, "Hidden").orElseThrow();

        assertThat(workspace.revisions().history(made, 10)).containsExactly(made, second, first);
        assertThat(workspace.revisions().size(second, made)).isEqualTo(new ChangeSize(2, 2, 1));
        assertThat(workspace.revisions().diff(second, made, 10_000).text()).contains("+hidden");
    }

    /** Bad input of issue 4: the names of so many files are more than what is read of one answer of Git. */
    @Test
    void aChangeOfAHundredThousandFilesIsCounted() throws Exception {
        StringBuilder commits = new StringBuilder();
        for (String word : List.of("one", "two")) {
            commits.append("commit refs/heads/many\ncommitter Ada <ada@example.org> 0 +0000\ndata 3\n")
                    .append(word)
                    .append('\n');
            for (int n = 0; n < 100_000; n++) {
                commits.append(
                        "M 100644 inline part-%03d/a-name-as-long-as-in-large-repositories-%06d.txt\ndata 3\n%s\n"
                                .formatted(n / 500, n, word));
            }
        }
        Path stream = Files.writeString(directory.resolve("stream"), commits);
        assertThat(new ProcessBuilder("git", "fast-import", "--quiet")
                        .directory(source.path().toFile())
                        .redirectInput(stream.toFile())
                        .start()
                        .waitFor())
                .isZero();
        Revision head = new Revision(source.git("rev-parse", "many"));
        Revision base = new Revision(source.git("rev-parse", "many^"));

        ChangeSize size = cut(source.path()).revisions().size(base, head);

        assertThat(size).isEqualTo(new ChangeSize(100_000, 100_000, 100_000));
        assertThat(size.lines()).isEqualTo(200_000);
    }

    /** Rows 21 and 22: a repository inside would hide its files, a link outwards stays a link, a queue holds nobody up. */
    @Test
    void repositoriesLinksAndQueuesInTheTreeDoNoHarm() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret");
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        Files.createDirectories(tree("inner"));
        SampleRepository.git(tree("inner"), "init", "--quiet");
        Files.writeString(tree("inner/b.txt"), "inner");
        SampleRepository.git(tree("inner"), "add", "b.txt");
        SampleRepository.git(tree("inner"), "commit", "--quiet", "-m", "Inner");
        Files.createSymbolicLink(tree("link"), secret);
        new ProcessBuilder("mkfifo", tree("queue").toString()).start().waitFor();

        var made = workspace.commit(second, "All").orElseThrow();

        assertThat(workspace.revisions().diff(second, made, 10_000).text())
                .contains("inner/b.txt", "+inner", "new file mode 120000")
                .doesNotContain("s3cret", "160000", "queue");
    }

    /** VER-1: what an agent leaves in its home does not speak in the next verdict. */
    @Test
    void aHomeBesideTheTreeIsMadeAnewWithIt() throws Exception {
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        Files.writeString(directory.resolve("home/.mavenrc"), "exit 0");

        workspace.standAt(second);

        assertThat(directory.resolve("home")).isEmptyDirectory();
    }

    /** Row 21 */
    @Test
    void aHugeFileIsNoChangeUnlessItIsIgnored() throws Exception {
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        try (var file = new RandomAccessFile(tree("huge.bin").toFile(), "rw")) {
            file.setLength(Harvest.LARGE + 1);
        }

        assertThatThrownBy(() -> workspace.commit(second, "Huge"))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("huge.bin");
        Files.writeString(tree(".gitignore"), "*.bin\n");
        assertThat(workspace.commit(second, "Huge")).isPresent();
    }

    /** DEV-4: Git works for a command of the repository, on objects it cannot change. */
    @Test
    void aCommandHasARepositoryOfItsOwn() throws Exception {
        Workspace workspace = cut(source.path());
        workspace.standAt(second);
        Files.writeString(tree("a.txt"), "three");

        assertThat(SampleRepository.git(tree("."), "log", "--format=%s")).isEqualTo("Two\nOne");
        assertThat(SampleRepository.git(tree("."), "status", "--porcelain")).contains("M a.txt");
        assertThat(tree(".git/hooks")).doesNotExist();
        assertThat(workspace.readable())
                .containsExactly(directory.resolve("git/objects"), source.path().resolve(".git/objects"));
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
            assertThat(workspace.revisions().history(second, 10)).hasSize(each.equals(shallow) ? 1 : 2);
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
        return Workspace.of(
                at,
                false,
                place,
                new Git(
                        directory.resolve("git"),
                        directory.resolve("git").resolve("objects"),
                        place,
                        NOBODY,
                        Instant.EPOCH));
    }

    private Path tree(String file) {
        return directory.resolve("tree").resolve(file).normalize();
    }
}
