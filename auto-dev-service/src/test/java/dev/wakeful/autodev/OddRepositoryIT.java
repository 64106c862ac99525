package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.SwarmEvent.Suspicion;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/**
 * Repositories that are not just commits of files (bad input of issue 4, needs rows 19 to 21): submodules, Git LFS, no commit, no such branch, a shallow
 * history. Each swarm comes to an end that a person understands, tells what it used, and leaves nothing behind and the repository as it was.
 */
@AutoDevTest
@TestPropertySource(
        properties = {
            "wakeful.gateway-secret=a-secret-of-at-least-thirty-two-characters",
            "wakeful.auto-dev.sandbox.kind=bubblewrap",
            "wakeful.auto-dev.limits.soft-swarms=20",
            "wakeful.auto-dev.agents.scripted.kind=command",
            "wakeful.auto-dev.agents.scripted.command=cat {brief}; sh .agent.sh",
        })
class OddRepositoryIT {

    private static final String ONLY_REVERT = "strategies: [[revert-culprit]]\n";

    @TempDir
    Path sources;

    @Value("${wakeful.auto-dev.directory}")
    private Path data;

    private final Outside outside = new Outside();

    @AfterEach
    void hangUp() {
        outside.close();
    }

    private SampleRepository make(String name) {
        return new SampleRepository(sources.resolve(name));
    }

    private static WatchedRepository watched(Path path, String check, @Nullable String fix) {
        return new WatchedRepository(new RepositoryName("acme/odd"), path.toString(), "main", check, fix);
    }

    private SwarmRequested order(WatchedRepository repository, Revision base) {
        SwarmRequested request = Requests.requested(repository, base, null);
        outside.order(request);
        return request;
    }

    /** With two submodules: a repository on this disk that is fetched where people work, and one that nobody can reach. */
    private SampleRepository withSubmodules(String yaml) throws IOException {
        SampleRepository near = make("near");
        near.commit("Lend", "lib.txt", "lent");
        SampleRepository shop = make("shop");
        shop.commit("Say how", ".wakeful.yaml", yaml);
        shop.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                near.path().toString(),
                "libs/near");
        Path modules = shop.path().resolve(".gitmodules");
        Files.writeString(
                modules,
                Files.readString(modules)
                        + "[submodule \"far\"]\n\tpath = libs/far\n\turl = https://127.0.0.1:1/far.git\n");
        Files.createDirectories(shop.path().resolve("libs/far"));
        shop.git("update-index", "--add", "--cacheinfo", "160000," + "ab".repeat(20) + ",libs/far");
        shop.commit("Borrow", "a.txt", "fine\n");
        return shop;
    }

    @Test
    void aCheckThatNeedsASubmoduleIsRedAndWhyIsSaid() throws Exception {
        SampleRepository shop = withSubmodules(ONLY_REVERT);
        Revision base = shop.commit("Sell more", "b.txt", "more\n");
        String before = state(shop);

        SwarmRequested request = order(watched(shop.path(), "test -e libs/near/lib.txt", null), base);
        SwarmEvent.Failed failed = outside.failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.NO_GOOD_REVISION);
        assertThat(failed.message())
                .endsWith(" Submodules are not fetched: libs/far, libs/near are empty directories here.");
        assertThat(failed.evidence().getFirst().note()).startsWith("Submodules are not fetched: libs/far");
        assertNothingIsLeft(request, shop, before);
    }

    /** Git itself takes files below a submodule's place for the submodule's own, and leaves them out of a commit without a word. */
    @Test
    void aChangeBelowASubmoduleIsRefusedWithItsPathAndTheNextStrategyIsTried() throws Exception {
        SampleRepository shop = withSubmodules("strategies: [[scripted], [run-command]]\n");
        shop.commit("An agent", ".agent.sh", """
                echo fine > a.txt
                echo mine > libs/near/lib.txt
                mkdir libs/far/deep; echo mine > libs/far/deep/new.txt
                """);
        Revision base = shop.commit("Sell more", "a.txt", "broken\n");
        String before = state(shop);

        SwarmRequested refused = order(watched(shop.path(), SampleRepository.CHECK, null), base);
        SwarmRequested mended = order(watched(shop.path(), SampleRepository.CHECK, "echo fine > a.txt"), base);
        SwarmEvent.Failed failed = outside.failed(refused);
        SwarmEvent.Completed completed = outside.completed(mended);

        assertThat(failed.reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(failed.message())
                .contains(
                        "scripted: what was left in the tree cannot be a change: libs/far/deep/new.txt, libs/near/lib.txt"
                                + " are below a submodule");
        assertThat(log(refused)).contains("Submodules are not fetched: libs/far, libs/near are empty directories");
        assertThat(completed.strategy()).isEqualTo("run-command");
        assertThat(completed.diff().text()).contains("+fine").doesNotContain("libs/");
        assertNothingIsLeft(refused, shop, before);
        assertNothingIsLeft(mended, shop, before);
    }

    /** The agent's transcript, which begins with its brief: the last log there is. */
    private String log(SwarmRequested request) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int n = 1; ; n++) {
            Path log = data.resolve("artefacts/" + request.swarm() + "/" + n + ".log");
            if (!Files.exists(log)) {
                return all.toString();
            }
            all.append(Files.readString(log));
        }
    }

    /** What a build leaves below a submodule's place and Git ignores is no change, and stands in nobody's way. */
    @Test
    void anOlderSubmoduleIsTakenBackAndShownToAPerson() throws Exception {
        SampleRepository shop = withSubmodules(ONLY_REVERT);
        shop.commit("Ignore", ".gitignore", "out/\n");
        String wanted = shop.git("rev-parse", "HEAD:libs/near");
        shop.git("update-index", "--cacheinfo", "160000," + "cd".repeat(20) + ",libs/near");
        shop.git("commit", "--quiet", "-m", "Move the submodule");
        Revision base = shop.head();
        String before = state(shop);

        SwarmRequested request = order(
                watched(
                        shop.path(),
                        "mkdir -p libs/near/out; touch libs/near/out/o; test $(git rev-parse HEAD:libs/near) = "
                                + wanted,
                        null),
                base);
        SwarmEvent.Completed completed = outside.completed(request);

        assertThat(completed.strategy()).isEqualTo("revert-culprit");
        assertThat(completed.diff().text()).contains("+Subproject commit " + wanted);
        assertThat(Objects.requireNonNull(completed.suspicions()))
                .extracting(Suspicion::rule)
                .contains("submodule-changed");
        assertNothingIsLeft(request, shop, before);
    }

    @Test
    void ofGitLfsThereAreOnlyPointersAndThatIsSaid() throws Exception {
        Path alarm = sources.resolve("alarm");
        SampleRepository shop = make("shop");
        shop.commit("Say how", ".wakeful.yaml", "strategies: [[scripted]]\n");
        shop.commit("An agent", ".agent.sh", "true\n");
        Files.createDirectories(shop.path().resolve("models"));
        Files.writeString(
                shop.path().resolve("models/large.bin"),
                "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d".repeat(32) + "\nsize 123456789\n");
        Files.writeString(shop.path().resolve("models/small.bin"), "not kept elsewhere\n");
        Revision base = shop.commit(
                "Keep models elsewhere", "models/.gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        shop.git("config", "filter.lfs.smudge", "touch " + alarm + "; cat");
        shop.git("config", "filter.lfs.clean", "touch " + alarm + "; cat");
        String before = state(shop);
        Files.deleteIfExists(alarm);

        SwarmRequested request =
                order(watched(shop.path(), "head -1 models/large.bin; ! grep -q git-lfs models/large.bin", null), base);
        SwarmEvent.Failed failed = outside.failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(failed.message())
                .contains("scripted: scripted changed nothing")
                .endsWith(" What Git LFS keeps elsewhere is not fetched: models/large.bin is a pointer file here.");
        assertThat(failed.evidence().getFirst().tail()).contains("version https://git-lfs.github.com/spec/v1");
        assertThat(log(request)).contains("models/large.bin is a pointer file here");
        assertThat(alarm).doesNotExist();
        assertNothingIsLeft(request, shop, before);
    }

    @Test
    void aRepositoryWithoutAnyCommit() {
        SampleRepository empty = make("empty");
        String before = empty.git("status", "--porcelain");

        SwarmRequested request =
                order(watched(empty.path(), SampleRepository.CHECK, null), new Revision("1234567890".repeat(4)));
        SwarmEvent.Failed failed = outside.failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.REPOSITORY_GONE);
        assertThat(failed.message()).contains("There is no commit in " + empty.path() + " yet");
        assertThat(failed.usage().processes()).isZero();
        assertGone(request);
        assertThat(empty.git("status", "--porcelain")).isEqualTo(before);
    }

    /** The revision is what counts; where even that is not there, both are named. */
    @Test
    void aRepositoryWhoseWatchedBranchIsNotThere() {
        SampleRepository shop = make("shop");
        shop.commit("Open the shop", "a.txt", "fine\n");
        Revision base = shop.commit("Sell more", "a.txt", "broken\n");
        shop.git("branch", "--quiet", "--move", "main", "trunk");
        shop.git("pack-refs", "--all");
        String before = state(shop);

        SwarmRequested there = order(watched(shop.path(), SampleRepository.CHECK, null), base);
        SwarmRequested gone =
                order(watched(shop.path(), SampleRepository.CHECK, null), new Revision("1234567890".repeat(4)));
        SwarmEvent.Failed failed = outside.failed(gone);

        assertThat(outside.completed(there).base()).isEqualTo(base);
        assertThat(failed.reason()).isEqualTo(Reason.REPOSITORY_GONE);
        assertThat(failed.message()).contains("1234567890", "neither is the watched branch 'main'", "register");
        assertNothingIsLeft(there, shop, before);
        assertNothingIsLeft(gone, shop, before);
    }

    /** HUNT-3: where the history was cut the search ends, and says so. */
    @Test
    void aShallowHistory() throws Exception {
        SampleRepository shop = make("shop");
        shop.commit("Say how", ".wakeful.yaml", ONLY_REVERT);
        shop.commit("Open the shop", "a.txt", "fine\n");
        Revision culprit = shop.commit("Sell more", "a.txt", "broken\n");
        Revision base = shop.commit("Hang a lamp", "d.txt", "fine\n");
        Path one = cloned(shop, 1);
        Path two = cloned(shop, 2);
        Path three = cloned(shop, 3);

        SwarmRequested single = order(watched(one, SampleRepository.CHECK, null), base);
        SwarmRequested before = order(watched(two, SampleRepository.CHECK, null), base);
        SwarmRequested enough = order(watched(three, SampleRepository.CHECK, null), base);

        assertThat(outside.failed(single).reason()).isEqualTo(Reason.NO_GOOD_REVISION);
        assertThat(outside.failed(single).message())
                .contains("There is no earlier revision", "ends at " + base.abbreviated(), "git fetch --unshallow");
        assertThat(outside.failed(before).reason()).isEqualTo(Reason.NO_GOOD_REVISION);
        assertThat(outside.failed(before).message())
                .contains("None of the 1 earlier revisions", "shallow", "ends at " + culprit.abbreviated());
        SwarmEvent.Completed completed = outside.completed(enough);
        assertThat(Objects.requireNonNull(completed.culprit()).revision()).isEqualTo(culprit);
        assertThat(completed.evidence())
                .extracting(Evidence::verdict)
                .containsExactly(
                        Evidence.Verdict.RED,
                        Evidence.Verdict.RED,
                        Evidence.Verdict.GREEN,
                        Evidence.Verdict.GREEN,
                        Evidence.Verdict.RED);
        shop.git(
                "fetch",
                "--quiet",
                data.resolve("artefacts/" + enough.swarm() + "/fix.bundle").toString(),
                "wakeful/" + enough.task());
        assertGone(single);
        assertGone(before);
        assertGone(enough);
    }

    private Path cloned(SampleRepository shop, int depth) {
        String name = "depth-" + depth;
        SampleRepository.git(sources, "clone", "--quiet", "--depth=" + depth, "file://" + shop.path(), name);
        return sources.resolve(name);
    }

    /** All that could be changed in it. */
    private static String state(SampleRepository repository) {
        return String.join(
                "\n",
                repository.git("status", "--porcelain", "--ignored"),
                repository.git("for-each-ref"),
                repository.git("rev-parse", "HEAD"),
                repository.git("count-objects", "-v"),
                repository.git("config", "--list", "--local"),
                repository.git("ls-files", "--stage"));
    }

    private void assertNothingIsLeft(SwarmRequested request, SampleRepository repository, String before) {
        assertGone(request);
        assertThat(state(repository)).isEqualTo(before);
    }

    private void assertGone(SwarmRequested request) {
        assertThat(Marked.by(request.swarm())).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.notExists(
                        data.resolve("workspaces").resolve(request.swarm().value())));
    }
}
