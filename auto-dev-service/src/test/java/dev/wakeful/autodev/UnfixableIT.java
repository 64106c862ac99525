package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.WatchedRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;

/** Every way a swarm can end without a fix has a reason that a person understands. */
@AutoDevTest
class UnfixableIT {

    @Value("${wakeful.auto-dev.directory}")
    private Path data;

    @TempDir
    Path sources;

    private final Outside outside = new Outside();
    private SampleRepository repository;
    private Revision good;
    private Revision base;

    @BeforeEach
    void breakTheShop() {
        repository = new SampleRepository(sources.resolve("shop"));
        good = repository.commit("Open the shop", "a.txt", "fine");
        base = repository.commit("Sell more", "a.txt", "broken");
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void aRepositoryThatVanished() throws Exception {
        WatchedRepository watched = repository.watched(SampleRepository.CHECK, null);
        Files.move(repository.path(), sources.resolve("elsewhere"));

        SwarmEvent.Failed failed = failed(Requests.requested(watched, base, good));

        assertThat(failed.reason()).isEqualTo(Reason.REPOSITORY_GONE);
        assertThat(failed.message()).contains("acme/shop", watched.path(), "register it again");
    }

    @Test
    void aDirectoryThatIsNoRepository() throws Exception {
        Path plain = Files.createDirectories(sources.resolve("plain"));
        WatchedRepository watched = repository.watched(SampleRepository.CHECK, null);
        WatchedRepository wrong =
                new WatchedRepository(watched.name(), plain.toString(), "main", watched.check(), null);

        assertThat(failed(Requests.requested(wrong, base, good)).reason()).isEqualTo(Reason.REPOSITORY_GONE);
    }

    @Test
    void aRevisionThatTheRepositoryDoesNotHave() {
        Revision unknown = new Revision("1234567890".repeat(4));

        SwarmEvent.Failed failed =
                failed(Requests.requested(repository.watched(SampleRepository.CHECK, null), unknown, good));

        assertThat(failed.reason()).isEqualTo(Reason.REPOSITORY_GONE);
        assertThat(failed.message()).contains(unknown.value());
    }

    @Test
    void aCheckThatDoesNotExist() {
        SwarmEvent.Failed failed =
                failed(Requests.requested(repository.watched("no-such-command --all", null), base, good));

        assertThat(failed.reason()).isEqualTo(Reason.CHECK_BROKEN);
        assertThat(failed.message()).contains("no-such-command", "not found", "127");
    }

    @Test
    void aCheckThatIsGreenOnTheFailingRevision() {
        SwarmEvent.Failed failed = failed(Requests.requested(repository.watched("true", null), base, good));

        assertThat(failed.reason()).isEqualTo(Reason.NOT_REPRODUCED);
        assertThat(failed.message()).contains("flaky", base.abbreviated());
        assertThat(failed.evidence()).hasSize(1);
    }

    @Test
    void aCulpritWhoseRevertConflicts() {
        repository.commit("Sell even more", "a.txt", "still broken");

        SwarmEvent.Failed failed = failed(broken(null));

        assertThat(failed.reason()).isEqualTo(Reason.REVERT_CONFLICTS);
        assertThat(failed.message()).contains("a.txt", base.abbreviated());
        assertThat(failed.culprit()).isEqualTo(new SwarmEvent.Culprit(base, "Ada <ada@example.org>", "Sell more"));
    }

    @Test
    void aRepositoryThatWasNeverGreen() {
        SwarmEvent.Failed failed =
                failed(Requests.requested(repository.watched("false", null), repository.head(), null));

        assertThat(failed.reason()).isEqualTo(Reason.NO_GOOD_REVISION);
        assertThat(failed.culprit()).isNull();
    }

    @Test
    void aChangeThatDoesNotMakeItGreen() {
        SwarmRequested request =
                Requests.requested(repository.watched("test $(git rev-list --count HEAD) -lt 2", null), base, good);

        SwarmEvent.Failed failed = failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(failed.message()).contains("revert-culprit", "not green");
    }

    @Test
    void aFixCommandThatDoesNotHelp() {
        repository.commit("Sell even more", "a.txt", "still broken");

        SwarmEvent.Failed nothing = failed(broken("true"));
        SwarmEvent.Failed wrong = failed(broken("exit 3"));

        assertThat(nothing.reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(nothing.message()).contains("changed nothing");
        assertThat(wrong.message()).contains("exit code 3");
    }

    /** VER-4 */
    @Test
    void aCheckThatChangesWhatItChecks() {
        SwarmRequested request = Requests.requested(
                repository.watched("! grep -q broken a.txt && echo changed >> a.txt", null), base, good);

        SwarmEvent.Failed failed = failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(failed.evidence().getLast().tail()).contains("changed tracked files", "a.txt");
    }

    /** Bad input of issue 4: what is said of it has to go through the broker, however many files there are. */
    @Test
    void aCheckThatChangesThousandsOfFiles() throws Exception {
        for (int n = 0; n < 2_000; n++) {
            Files.writeString(repository.path().resolve("n" + n + ".md"), "note\n");
        }
        Revision many = repository.commit("Take notes", "notes.md", "notes\n");

        SwarmEvent.Failed failed = failed(Requests.requested(
                repository.watched("! grep -q broken a.txt && { sed -i s/note/changed/ *.md || true; }", null),
                many,
                good));

        assertThat(failed.reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(failed.evidence().getLast().tail())
                .contains("changed tracked files", "n0.md", "and 1981 more")
                .hasSizeLessThan(2_000);
    }

    /** LIM-1 */
    @Test
    void aCheckThatTakesLongerThanTheSwarmHas() {
        SwarmEvent.Failed failed =
                failed(Requests.requested(repository.watched("sleep 60", null), base, good, Duration.ofMillis(700)));

        assertThat(failed.reason()).isEqualTo(Reason.TIME_LIMIT);
        assertThat(failed.usage().processes()).isEqualTo(1);
        assertThat(failed.usage().machineTime()).isLessThan(Duration.ofSeconds(20));
    }

    /** LIM-4: tried three times, then a person is told */
    @Test
    void aMachineThatCannotDoIt() throws Exception {
        Path objects = repository.path().resolve(".git/objects");
        SwarmRequested request = broken(null);
        try (var packs = Files.walk(objects)) {
            for (Path file : packs.filter(Files::isRegularFile).toList()) {
                if (!repository.git("cat-file", "-t", base.value()).isEmpty()
                        && !file.toString().replace("/", "").endsWith(base.value())) {
                    file.toFile().setWritable(true);
                    Files.writeString(file, "damaged");
                }
            }
        }

        SwarmEvent.Failed failed = failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.ENVIRONMENT);
        assertThat(failed.message()).contains("tried 3 times", "git ls-tree");
    }

    /** Bad input of issue 4, a full disk in the middle: no verdict was found, and a person hears of the disk and not of the change. */
    @Test
    void aDiskThatIsFullInTheMiddle() throws Exception {
        SwarmRequested request =
                Requests.requested(repository.watched("yes | head -c 5000000; false", null), base, good);
        Path logs = Files.createDirectories(
                data.resolve("artefacts/" + request.swarm().value()));
        for (int n = 1; n <= 3; n++) {
            Files.createSymbolicLink(logs.resolve(n + ".log"), Path.of("/dev/full"));
        }

        SwarmEvent.Failed failed = failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.ENVIRONMENT);
        assertThat(failed.message())
                .contains("tried 3 times", "does not take its log", "free some space", "No space left on device");
        assertThat(failed.evidence()).isEmpty();
        assertThat(failed.usage().processes()).isEqualTo(3);
        await().until(() ->
                Files.notExists(data.resolve("workspaces/" + request.swarm().value())));
    }

    private SwarmEvent.Failed failed(SwarmRequested request) {
        outside.order(request);
        return outside.failed(request);
    }

    private SwarmRequested broken(@Nullable String fix) {
        return Requests.requested(repository.watched(SampleRepository.CHECK, fix), repository.head(), good);
    }
}
