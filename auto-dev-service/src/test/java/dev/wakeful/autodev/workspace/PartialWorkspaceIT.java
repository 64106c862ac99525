package dev.wakeful.autodev.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.events.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees that hold a part of a repository, cut by real Git; what is not in them is never a change: DEV-1. */
class PartialWorkspaceIT {

    private static final Vigil NOBODY = new Vigil() {
        @Override
        public void started(Process process, Instant at) {}

        @Override
        public void tick() {}
    };

    @TempDir
    Path directory;

    private SampleRepository source;
    private Revision base;

    @BeforeEach
    void makeSource() {
        source = new SampleRepository(directory.resolve("source"));
        base = source.commit("Begin", ".gitattributes", "");
        for (String file : List.of(
                "root.txt",
                ".gitignore",
                "services/readme.txt",
                "services/a/main.txt",
                "services/a/deep/er.txt",
                "services/b/main.txt",
                "services/b/other.txt",
                "docs/guide.txt",
                "docs/deep/er.txt",
                "app/[id]/page.txt",
                "app/i/page.txt")) {
            base = source.commit("Add " + file, file, "one\n");
        }
    }

    private Workspace cut(String... directories) {
        Place place = new Place("swarm-test:1", tree("."), directory.resolve("home"), directory.resolve("tmp"));
        Path own = directory.resolve("git");
        Git git = new Git(own, own.resolve("objects"), place, NOBODY, Instant.EPOCH);
        return Workspace.of(source.watched("true", null), false, place, git)
                .holding(new Part(new Checkout(List.of(directories)), Optional.of(base)));
    }

    private Path tree(String file) {
        return directory.resolve("tree").resolve(file).normalize();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(tree("."))) {
            return all.filter(path -> !Files.isDirectory(path))
                    .map(path -> tree(".").relativize(path).toString())
                    .filter(path -> !path.startsWith(".git/"))
                    .sorted()
                    .toList();
        }
    }

    private String inside(String... arguments) {
        return SampleRepository.git(tree("."), arguments);
    }

    private String ours(String... arguments) {
        return SampleRepository.git(
                directory,
                Stream.concat(Stream.of("--git-dir=" + directory.resolve("git")), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** The paths that a commit made here changes, with what Git calls the change. */
    private List<String> changed(Revision head) {
        return ours("diff-tree", "-r", "--no-renames", "--name-status", base.value(), head.value())
                .lines()
                .map(line -> line.replace('\t', ' '))
                .toList();
    }

    @Test
    void itHoldsTheDirectoriesAndTheFilesAboveThem() throws Exception {
        Workspace workspace = cut("services/a");

        workspace.standAt(base);

        assertThat(files())
                .containsExactly(
                        ".gitattributes",
                        ".gitignore",
                        ".keep",
                        "root.txt",
                        "services/a/deep/er.txt",
                        "services/a/main.txt",
                        "services/readme.txt");
        assertThat(workspace.differences(base)).isEmpty();
        assertThat(Size.of(tree(".")).files()).isLessThan(20);
    }

    /** For commands it is a sparse checkout like any other: the whole index, nothing changed, and more on demand. */
    @Test
    void theLentRepositoryKnowsThatItIsSparse() throws Exception {
        cut("services/a").standAt(base);

        assertThat(inside("status", "--porcelain")).isEmpty();
        assertThat(inside("config", "core.sparseCheckout")).isEqualTo("true");
        assertThat(inside("sparse-checkout", "list")).isEqualTo("services/a");
        assertThat(inside("ls-files").lines()).hasSize(13);
        assertThat(inside("show", "HEAD:docs/guide.txt")).isEqualTo("one");
        inside("sparse-checkout", "add", "docs/deep");
        assertThat(tree("docs/deep/er.txt")).hasContent("one");
        assertThat(inside("status", "--porcelain")).isEmpty();
    }

    @Test
    void aChangeIsTheBaseAndWhatWasDoneToTheFilesThatAreThere() throws Exception {
        Workspace workspace = cut("services/a");
        workspace.standAt(base);
        Files.writeString(tree("services/a/main.txt"), "two\n");
        Files.delete(tree("services/a/deep/er.txt"));
        Files.delete(tree("services/readme.txt"));
        Files.delete(tree("root.txt"));
        Files.writeString(tree("services/new.txt"), "new\n");
        Files.createDirectories(tree("docs/new"));
        Files.writeString(tree("docs/new/page.txt"), "new\n");
        Files.writeString(tree("docs/guide.txt"), "two\n");
        Files.createDirectories(tree("services/b"));
        Files.writeString(tree("services/b/main.txt"), "one\n");

        Revision head = workspace.commit(base, "Change").orElseThrow();

        assertThat(changed(head))
                .containsExactly(
                        "M docs/guide.txt",
                        "A docs/new/page.txt",
                        "D root.txt",
                        "D services/a/deep/er.txt",
                        "M services/a/main.txt",
                        "A services/new.txt",
                        "D services/readme.txt");
        assertThat(ours("ls-tree", "-r", "--name-only", head.value()).lines())
                .contains("docs/deep/er.txt", "services/b/other.txt", "app/[id]/page.txt");
    }

    @Test
    void nothingDoneIsNoChange() {
        Workspace workspace = cut("services/a");
        workspace.standAt(base);

        assertThat(workspace.commit(base, "Nothing")).isEmpty();
    }

    /** A directory of the part may go altogether. */
    @Test
    void aDirectoryOfThePartMayGo() throws Exception {
        Workspace workspace = cut("services/a");
        workspace.standAt(base);
        Deletion.of(tree("services"));

        Revision head = workspace.commit(base, "Away").orElseThrow();

        assertThat(changed(head))
                .containsExactly("D services/a/deep/er.txt", "D services/a/main.txt", "D services/readme.txt");
    }

    /** Whatever an agent makes of the repository it is lent. */
    @Test
    void nothingOutsideIsEverDeleted() throws Exception {
        Workspace workspace = cut("services/a");
        workspace.standAt(base);
        inside("sparse-checkout", "disable");
        assertThat(tree("docs/guide.txt")).exists();
        inside("rm", "-r", "--quiet", "docs");
        inside("update-index", "--skip-worktree", "services/a/main.txt");
        inside("commit", "--quiet", "-m", "Mine");
        Files.writeString(tree("services/a/main.txt"), "hidden\n");

        Revision head = workspace.commit(base, "Change").orElseThrow();

        assertThat(changed(head)).containsExactly("M services/a/main.txt");
    }

    /** VER-1: what is verified is what was changed. */
    @Test
    void aChangeIsThereWithAllFilesThatItTouched() throws Exception {
        Workspace workspace = cut("services/a");
        workspace.standAt(base);
        Files.createDirectories(tree("docs/new"));
        Files.writeString(tree("docs/new/page.txt"), "new\n");
        Files.createDirectories(tree("app/[id]"));
        Files.writeString(tree("app/[id]/page.txt"), "two\n");
        Revision head = workspace.commit(base, "Change").orElseThrow();

        workspace.standAt(head);

        assertThat(tree("docs/new/page.txt")).hasContent("new");
        assertThat(tree("app/[id]/page.txt")).hasContent("two");
        assertThat(files())
                .contains("docs/guide.txt")
                .doesNotContain("docs/deep/er.txt", "services/b/main.txt", "app/i/page.txt");
        assertThat(workspace.differences(head)).isEmpty();
        assertThat(inside("status", "--porcelain")).isEmpty();
        Files.writeString(tree("docs/new/page.txt"), "changed\n");
        assertThat(workspace.differences(head)).contains("docs/new/page.txt");
    }

    @Test
    void whatStandsInThePlaceOfAnAbsentDirectoryIsNoChange() throws Exception {
        Workspace workspace = cut("services/a");
        workspace.standAt(base);
        Files.writeString(tree("docs"), "a log\n");

        assertThatThrownBy(() -> workspace.commit(base, "Log"))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("in the place of docs/deep/er.txt")
                .hasMessageContaining("checkout.paths");

        workspace.standAt(base);
        Deletion.of(tree("services"));
        Files.createSymbolicLink(tree("services"), directory.resolve("source/services"));
        assertThatThrownBy(() -> workspace.commit(base, "Link"))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("in the place of services/b/main.txt");
    }

    /** Where all below it was asked for, it is a change like any other. */
    @Test
    void aLinkInThePlaceOfWhatWasThereIsAChange() throws Exception {
        Workspace workspace = cut("docs/deep", "services");
        workspace.standAt(base);
        Deletion.of(tree("docs"));
        Files.createSymbolicLink(tree("docs"), directory.resolve("source/docs"));
        Deletion.of(tree("services/a"));
        Files.writeString(tree("services/a"), "a file\n");

        Revision head = workspace.commit(base, "Link").orElseThrow();

        assertThat(changed(head))
                .containsExactly(
                        "A docs",
                        "D docs/deep/er.txt",
                        "D docs/guide.txt",
                        "A services/a",
                        "D services/a/deep/er.txt",
                        "D services/a/main.txt");
    }

    /** DEV-2: a culprit is taken back wherever its files are. */
    @Test
    void aRevertReachesFilesThatAreNotThere() {
        Revision good = base;
        source.git("mv", "docs/deep/er.txt", "services/b/moved.txt");
        Revision culprit = source.commit("Break", "services/a/main.txt", "broken\n");
        base = source.commit("Go on", "services/b/main.txt", "two\n");
        Workspace workspace = cut("services/a");
        workspace.standAt(base);

        assertThat(workspace.revert(culprit)).isEmpty();
        Revision head = workspace.commitReverted(base, "Revert").orElseThrow();

        assertThat(changed(head))
                .containsExactly("A docs/deep/er.txt", "M services/a/main.txt", "D services/b/moved.txt");
        assertThat(ours("rev-parse", head.value() + ":services/a"))
                .isEqualTo(ours("rev-parse", good.value() + ":services/a"));
        workspace.standAt(good);
        assertThat(tree("services/a/main.txt")).hasContent("one");
        assertThat(tree("docs")).doesNotExist();
    }

    @Test
    void conflictsOutsideAreToldToo() {
        Revision culprit = source.commit("Break", "docs/guide.txt", "broken\n");
        base = source.commit("Break more", "docs/guide.txt", "more broken\n");
        Workspace workspace = cut("services/a");
        workspace.standAt(base);

        assertThat(workspace.revert(culprit)).containsExactly("docs/guide.txt");
    }

    /** HUNT-3: a search goes back to where some of it was not there yet. */
    @Test
    void anOlderRevisionMayHaveLessOfIt() throws Exception {
        Workspace workspace = cut("app/[id]", "services/a", "services/a/deep");

        workspace.standAt(new Revision(source.git("rev-list", "--max-parents=0", "HEAD")));
        assertThat(files()).containsExactly(".gitattributes", ".keep");
        workspace.standAt(base);
        assertThat(files())
                .contains("app/[id]/page.txt", "services/a/deep/er.txt")
                .doesNotContain("app/i/page.txt");
    }

    @Test
    void oddNamesAreTakenAsTheyAre() throws Exception {
        for (String odd : List.of("-x", "a b", "\"q\"", "!n", "#c", "ä", ":(glob)x", "end ")) {
            base = source.commit("Odd", odd + "/sub/in.txt", "one\n");
        }
        Workspace workspace = cut("-x", "a b", "\"q\"/sub", "!n", "#c/sub", "ä", ":(glob)x", "end ");
        workspace.standAt(base);
        assertThat(workspace.revisions().directories(base, List.of("-x", ":(glob)x", "end ", "services/*", "root.txt")))
                .containsExactlyInAnyOrder("-x", ":(glob)x", "end ");

        for (String odd : List.of("-x", "a b", "\"q\"", "!n", "#c", "ä", ":(glob)x", "end ")) {
            Files.delete(tree(odd + "/sub/in.txt"));
        }
        Revision head = workspace.commit(base, "Odd").orElseThrow();

        assertThat(changed(head)).hasSize(8).allMatch(change -> change.startsWith("D "));
        assertThat(files()).doesNotContain("docs/guide.txt");
    }

    /** VER-2: what is asked of a revision does not need a tree. */
    @Test
    void aRevisionIsReadBeforeThereIsATree() {
        Workspace workspace = cut("services/a");

        assertThat(workspace.revisions().text(base, "docs/guide.txt", 100)).contains("one\n");
        assertThat(tree("root.txt")).doesNotExist();
        assertThatThrownBy(() -> workspace.revisions().text(new Revision("12".repeat(20)), "a", 100))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("is not in");
    }
}
