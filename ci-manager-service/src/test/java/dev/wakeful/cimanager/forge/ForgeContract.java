package dev.wakeful.cimanager.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.cimanager.SampleRepository;
import dev.wakeful.events.Revision;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every forge must do, whatever it is made of (CHG-1, CHG-2, DEV-9). */
public abstract class ForgeContract {

    @TempDir
    protected Path scratch;

    protected abstract Forge forge();

    /** The repository as the forge has it. */
    protected abstract SampleRepository sample();

    /** The same repository as somebody asked the system to watch it. */
    protected abstract WatchedRepository watched();

    /** A repository that is not there any more. */
    protected abstract WatchedRepository vanished();

    @Test
    void aPullRequestIsADraftFromABranchOfItsOwnAtTheProvenHead() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);

        PullRequest opened = forge().open(watched(), draft(task, change), change.bundle());

        assertThat(forge().find(watched(), "wakeful/" + task)).contains(opened);
        assertThat(opened.task()).isEqualTo(task);
        assertThat(opened.draft()).isTrue();
        assertThat(opened.head()).isEqualTo(change.head());
        assertThat(opened.base()).isEqualTo(change.base());
        assertThat(opened.target()).isEqualTo("main");
        assertThat(opened.title()).isEqualTo("Mend it — “now”");
        assertThat(opened.body()).isEqualTo("a body\nof lines");
        assertThat(sample().git("rev-parse", "refs/heads/wakeful/" + task))
                .isEqualTo(change.head().value());
    }

    /** LIM-1: what waits for people is what is neither merged nor closed. */
    @Test
    void pullRequestsWaitUntilTheyAreMergedOrClosed() {
        List<TaskId> tasks =
                IntStream.range(0, 3).mapToObj(n -> TaskId.make(Instant.now())).toList();
        int before = forge().waiting(watched());

        tasks.forEach(task -> {
            SampleRepository.Change change = sample().change(scratch, task);
            forge().open(watched(), draft(task, change), change.bundle());
        });
        int open = forge().waiting(watched());
        sample().git("merge", "--quiet", "wakeful/" + tasks.get(0));
        sample().git("branch", "-D", "wakeful/" + tasks.get(1));
        int left = forge().waiting(watched());

        assertThat(before).isZero();
        assertThat(open).isEqualTo(3);
        assertThat(left).isEqualTo(1);
    }

    /** PLAN-8: what is open is tried together; what is merged or closed is not, and nothing is changed by it. */
    @Test
    void aChangeIsTriedWithTheWatchedBranchAndWithEveryOpenOne() {
        List<TaskId> tasks =
                IntStream.range(0, 3).mapToObj(n -> TaskId.make(Instant.now())).toList();
        List<SampleRepository.Change> changes =
                tasks.stream().map(task -> sample().change(scratch, task)).toList();
        Draft third = draft(tasks.get(2), changes.get(2));
        assertThat(forge().dryMerges(watched(), third, changes.get(2).bundle()))
                .isEqualTo(new DryMerges(List.of(), List.of()));
        IntStream.range(0, 2)
                .forEach(n -> forge().open(
                                watched(),
                                draft(tasks.get(n), changes.get(n)),
                                changes.get(n).bundle()));
        String refs = sample().refs();

        DryMerges both = forge().dryMerges(watched(), third, changes.get(2).bundle());

        assertThat(sample().refs()).isEqualTo(refs);
        assertThat(both.untried()).isEmpty();
        assertThat(both.collisions())
                .containsExactlyInAnyOrder(
                        new DryMerges.Collision("wakeful/" + tasks.get(0), List.of("code.txt")),
                        new DryMerges.Collision("wakeful/" + tasks.get(1), List.of("code.txt")));
        sample().git("merge", "--quiet", "wakeful/" + tasks.get(0));
        sample().git("branch", "-D", "wakeful/" + tasks.get(1));
        assertThat(forge().dryMerges(watched(), third, changes.get(2).bundle()).collisions())
                .containsExactly(new DryMerges.Collision("main", List.of("code.txt")));
    }

    @Test
    void aBranchWithoutAPullRequestHasNone() {
        assertThat(forge().find(watched(), "main")).isEmpty();
    }

    @Test
    void theSameTaskFindsItsOwnPullRequest() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);
        PullRequest first = forge().open(watched(), draft(task, change), change.bundle());
        String refs = sample().refs();

        PullRequest second = forge().open(watched(), draft(task, change), change.bundle());

        assertThat(second).isEqualTo(first);
        assertThat(sample().refs()).isEqualTo(refs);
    }

    @Test
    void tasksAtTheSameTimeGetAPullRequestEach() {
        List<TaskId> tasks =
                IntStream.range(0, 6).mapToObj(n -> TaskId.make(Instant.now())).toList();
        List<SampleRepository.Change> changes =
                tasks.stream().map(task -> sample().change(scratch, task)).toList();

        List<PullRequest> opened = atOnce(
                IntStream.range(0, 6)
                        .mapToObj(n -> draft(tasks.get(n), changes.get(n)))
                        .toList(),
                changes);

        assertThat(opened).extracting(PullRequest::id).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void oneTaskAtTheSameTimeTwiceGetsOnePullRequest() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);

        List<PullRequest> opened = atOnce(
                List.of(draft(task, change), draft(task, change), draft(task, change)),
                List.of(change, change, change));

        assertThat(opened)
                .extracting(PullRequest::id)
                .containsOnly(opened.getFirst().id());
    }

    private List<PullRequest> atOnce(List<Draft> drafts, List<SampleRepository.Change> changes) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PullRequest>> opening = IntStream.range(0, drafts.size())
                    .mapToObj(n -> executor.submit(() -> forge().open(
                                    watched(), drafts.get(n), changes.get(n).bundle())))
                    .toList();
            return opening.stream().map(ForgeContract::result).toList();
        }
    }

    private static PullRequest result(Future<PullRequest> opening) {
        try {
            return opening.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBundleThatEndsElsewhereIsRefusedAndLeavesNothing() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);
        Draft other =
                draft(task, new SampleRepository.Change(change.base(), new Revision("a".repeat(40)), change.bundle()));
        String refs = sample().refs();

        assertThatThrownBy(() -> forge().open(watched(), other, change.bundle()))
                .isInstanceOf(ChangeRefused.class)
                .hasMessageContaining("proven revision aaaaaaaaaa");

        assertThat(sample().refs()).isEqualTo(refs);
    }

    @Test
    void aBundleOnForeignHistoryIsRefusedAndLeavesNothing() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository stranger = SampleRepository.in(scratch.resolve("stranger"));
        stranger.commit("not in the watched repository");
        SampleRepository.Change change = stranger.change(scratch, task);
        String refs = sample().refs();

        assertThatThrownBy(() -> forge().open(watched(), draft(task, change), change.bundle()))
                .isInstanceOf(ChangeRefused.class)
                .hasMessageContaining("history");

        assertThat(sample().refs()).isEqualTo(refs);
    }

    @Test
    void aRepositoryThatVanishedIsNamed() {
        TaskId task = TaskId.make(Instant.now());
        SampleRepository.Change change = sample().change(scratch, task);

        assertThatThrownBy(() -> forge().open(vanished(), draft(task, change), change.bundle()))
                .isInstanceOf(ChangeRefused.class)
                .hasMessageContaining(vanished().name().value());
    }

    protected static Draft draft(TaskId task, SampleRepository.Change change) {
        return new Draft(
                task,
                Draft.branchOf(task),
                "main",
                change.base(),
                change.head(),
                "Mend it — “now”",
                "a body\nof lines");
    }
}
