package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** Whole swarms in a repository that asks for a part of itself: DEV-1, HUNT-3, VER-1, VER-2, VER-6. */
@AutoDevTest
@TestPropertySource(properties = "wakeful.auto-dev.limits.soft-swarms=20")
class PartialSwarmIT {

    private static final String CHECK = "ls >> %s; ! grep -rq broken --include=*.txt .";

    @TempDir
    Path sources;

    @Value("${wakeful.auto-dev.directory}")
    private Path data;

    private final Outside outside = new Outside();
    private SampleRepository repository;

    @BeforeEach
    void open() {
        repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("Open the shop", "services/a/main.txt", "fine");
        repository.commit("Guide", "docs/guide.txt", "guide");
        repository.commit("Old", "docs/old.txt", "old");
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    private void ask(String yaml) {
        repository.commit("Say how much", ".wakeful.yaml", yaml);
    }

    private SwarmRequested order(Revision base, Revision good, String fix) {
        SwarmRequested request =
                Requests.requested(repository.watched(CHECK.formatted(repository.file("seen")), fix), base, good);
        outside.order(request);
        return request;
    }

    /** The head, fetched as ci-manager would, and what it changes. */
    private List<String> changed(SwarmEvent.Completed completed) {
        Path bundle = data.resolve("artefacts/" + completed.swarm() + "/fix.bundle");
        repository.git("fetch", "--quiet", bundle.toString(), "wakeful/" + completed.task());
        return repository
                .git(
                        "diff-tree",
                        "-r",
                        "--no-renames",
                        "--name-status",
                        completed.base().value(),
                        completed.head().value())
                .lines()
                .map(line -> line.replace('\t', ' '))
                .toList();
    }

    @Test
    void theCulpritIsFoundAndTakenBackInAPart() {
        ask("checkout: {paths: [services/a]}\nsteps: {build: test ! -e docs/old.txt || test -e docs/guide.txt,"
                + " performance: {run: test -e services/a/main.txt, rounds: 6, noise: 50%}}\n");
        Revision good = repository.head();
        repository.commit("Go on", "docs/more.txt", "more");
        repository.git("mv", "docs/old.txt", "docs/new.txt");
        Revision culprit = repository.commit("Sell more", "services/a/main.txt", "broken");
        repository.commit("Go on", "services/a/else.txt", "else");
        Revision base = repository.commit("Go on", "docs/more.txt", "even more");

        SwarmRequested request = order(base, good, "");
        SwarmEvent.Completed completed = outside.completed(request);

        assertThat(completed.culprit())
                .isNotNull()
                .extracting(found -> found.revision())
                .isEqualTo(culprit);
        assertThat(changed(completed)).containsExactly("D docs/new.txt", "A docs/old.txt", "M services/a/main.txt");
        assertThat(repository.lines("seen")).contains("services");
        assertThat(outside.heard(SwarmEvent.WorkspaceChanged.class, request))
                .extracting(SwarmEvent.WorkspaceChanged::files)
                .anyMatch(files -> files > 0);
        // only the change brought it in
        assertThat(repository.lines("seen").stream().filter("docs"::equals)).hasSize(1);
    }

    @Test
    void aFixCommandThatReachesOutsideIsVerifiedWithWhatItMade() {
        ask("checkout: {paths: [services/a]}\nsteps: {build: test -e docs/new/page.txt}\n");
        Revision base = repository.commit("Sell more", "services/a/main.txt", "broken");

        SwarmRequested request =
                order(base, base, "echo fine > services/a/main.txt; mkdir -p docs/new; echo page > docs/new/page.txt");
        SwarmEvent.Completed completed = outside.completed(request);

        assertThat(changed(completed)).containsExactly("A docs/new/page.txt", "M services/a/main.txt");
    }

    @Test
    void anAskingThatCannotBeMetIsToldWithItsLine() {
        ask("steps:\n  build: make\ncheckout:\n  paths:\n    - services/a\n    - services/gone\n    - ../x\n");
        Revision base = repository.commit("Sell more", "services/a/main.txt", "broken");

        SwarmEvent.Failed failed = outside.failed(order(base, base, ""));

        assertThat(failed.reason()).isEqualTo(Reason.CHECK_BROKEN);
        assertThat(failed.message())
                .contains(
                        ".wakeful.yaml:6: checkout.paths is 'services/gone', which is no directory of this revision",
                        ".wakeful.yaml:7: checkout.paths is '../x', allowed is a directory of the repository");
        assertThat(repository.checked()).isEmpty();
    }
}
