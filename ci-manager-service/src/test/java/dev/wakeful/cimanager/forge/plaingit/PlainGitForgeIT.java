package dev.wakeful.cimanager.forge.plaingit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.cimanager.SampleRepository;
import dev.wakeful.cimanager.forge.ChangeRefused;
import dev.wakeful.cimanager.forge.Draft;
import dev.wakeful.cimanager.forge.DryMerges;
import dev.wakeful.cimanager.forge.Forge;
import dev.wakeful.cimanager.forge.ForgeContract;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainGitForgeIT extends ForgeContract {

    private @Nullable SampleRepository sample;

    @Override
    protected Forge forge() {
        return new PlainGitForge();
    }

    @Override
    protected SampleRepository sample() {
        if (sample == null) {
            sample = SampleRepository.in(scratch.resolve("watched"));
        }
        return sample;
    }

    @Override
    protected WatchedRepository watched() {
        return at(sample().directory());
    }

    @Override
    protected WatchedRepository vanished() {
        return at(scratch.resolve("gone"));
    }

    private static WatchedRepository at(Path path) {
        return new WatchedRepository(new RepositoryName("acme/shop"), path.toString(), "main", "true", null);
    }

    @Test
    void hooksOfTheRepositoryAreNotRun() throws IOException {
        Path traces = Files.createDirectories(scratch.resolve("traces"));
        for (String hook : List.of(
                "reference-transaction", "post-checkout", "post-merge", "update", "post-update", "pre-receive")) {
            Path script = sample().directory().resolve(".git/hooks").resolve(hook);
            Files.createDirectories(script.getParent());
            Files.writeString(script, "#!/bin/sh\ntouch " + traces.resolve(hook) + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        sample().git("update-ref", "refs/heads/shows-that-the-hook-works", "HEAD");
        assertThat(traces.resolve("reference-transaction")).exists();
        Files.delete(traces.resolve("reference-transaction"));
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);

        forge().open(watched(), draft(task, change), change.bundle());

        assertThat(traces).isEmptyDirectory();
    }

    /** A dry merge runs no program that the repository names for merging, and leaves no object in it. */
    @Test
    void mergeDriversOfTheRepositoryAreNotRun() throws IOException {
        Path trace = scratch.resolve("trace");
        sample().git("config", "merge.own.driver", "touch " + trace + "; false");
        Files.createDirectories(sample().directory().resolve(".git/info"));
        Files.writeString(sample().directory().resolve(".git/info/attributes"), "*.txt merge=own\n");
        Files.writeString(sample().directory().resolve(".gitattributes"), "*.txt merge=own\n");
        sample().commit("Merge with our own program");
        List<TaskId> tasks = List.of(TaskId.make(Instant.now()), TaskId.make(Instant.now()));
        List<SampleRepository.Change> changes =
                tasks.stream().map(task -> sample().change(scratch, task)).toList();
        forge().open(
                        watched(),
                        draft(tasks.get(0), changes.get(0)),
                        changes.get(0).bundle());
        Draft second = draft(tasks.get(1), changes.get(1));
        forge().dryMerges(watched(), second, changes.get(1).bundle());
        String objects = sample().git("count-objects", "-v");

        DryMerges merges = forge().dryMerges(watched(), second, changes.get(1).bundle());

        assertThat(merges.collisions())
                .extracting(DryMerges.Collision::branch)
                .containsExactly("wakeful/" + tasks.get(0));
        assertThat(trace).doesNotExist();
        assertThat(sample().git("count-objects", "-v")).isEqualTo(objects);
    }

    @Test
    void hostileConfigurationOfTheRepositoryIsNotRun() {
        Path trace = scratch.resolve("trace");
        sample().git("config", "core.fsmonitor", "touch " + trace);
        sample().git("config", "core.alternateRefsCommand", "touch " + trace);
        sample().git("config", "core.sshCommand", "touch " + trace);
        sample().git("config", "remote.origin.url", "ext::touch " + trace);
        sample().git("config", "remote.origin.promisor", "true");
        sample().git("config", "protocol.ext.allow", "always");
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);
        trace.toFile().delete();
        SampleRepository.Change broken = new SampleRepository.Change(
                new dev.wakeful.events.Revision("b".repeat(40)), change.head(), change.bundle());

        assertThatThrownBy(() -> forge().open(watched(), draft(task, broken), change.bundle()))
                .isInstanceOf(ChangeRefused.class);
        forge().open(watched(), draft(task, change), change.bundle());

        assertThat(trace).doesNotExist();
    }

    @Test
    void theWorkingTreeAndItsBranchStayAsTheyWere() {
        String head = sample().git("symbolic-ref", "HEAD");
        String before = sample().head().value();
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);

        forge().open(watched(), draft(task, change), change.bundle());

        assertThat(sample().git("symbolic-ref", "HEAD")).isEqualTo(head);
        assertThat(sample().head().value()).isEqualTo(before);
        assertThat(sample().git("status", "--porcelain")).isEmpty();
    }

    @Test
    void aPullRequestOutlivesItsBranch() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);
        forge().open(watched(), draft(task, change), change.bundle());

        sample().git("branch", "--quiet", "-D", "wakeful/" + task);

        assertThat(forge().find(watched(), "wakeful/" + task)).isPresent();
    }

    @Test
    void aBareRepositoryWillDo() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);
        Path bare = scratch.resolve("bare.git");
        sample().git("clone", "--quiet", "--bare", sample().directory().toString(), bare.toString());

        forge().open(at(bare), draft(task, change), change.bundle());

        assertThat(forge().find(at(bare), "wakeful/" + task)).isPresent();
    }

    @Test
    void aDirectoryWithinAnotherRepositoryIsNoRepository() throws IOException {
        Path inner = Files.createDirectories(sample().directory().resolve("inner"));

        assertThatThrownBy(() -> forge().find(at(inner), "wakeful/task-1")).isInstanceOf(ChangeRefused.class);
    }

    @Test
    void aBranchInTheWayIsNamed() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);
        sample().git("branch", "wakeful");

        assertThatThrownBy(() -> forge().open(watched(), draft(task, change), change.bundle()))
                .isInstanceOf(ChangeRefused.class)
                .hasMessageContaining("'wakeful' is in the way");
    }

    @Test
    void somebodyElsesBranchOfThatNameIsLeftAlone() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);
        sample().git("branch", "wakeful/" + task);

        assertThatThrownBy(() -> forge().open(watched(), draft(task, change), change.bundle()))
                .isInstanceOf(ChangeRefused.class)
                .hasMessageContaining("rename or delete it");
        assertThat(sample().git("rev-parse", "wakeful/" + task))
                .isEqualTo(sample().head().value());
    }

    @Test
    void whatOthersWroteBelowTheSameRefsDoesNoHarm() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);
        sample().git("update-ref", "refs/wakeful/pull/7/meta", "HEAD");
        sample().git("update-ref", "refs/wakeful/pull/x/meta", "HEAD");

        assertThat(forge().open(watched(), draft(task, change), change.bundle()).id())
                .isEqualTo("8");
    }

    @Test
    void aTaskIdThatCannotBeABranchIsRefused() {
        SampleRepository.Change change = sample().change(scratch, TaskId.make(Instant.now()));

        assertThatThrownBy(() -> draft(new TaskId("x\u00a0../y"), change)).isInstanceOf(ChangeRefused.class);
    }
}
