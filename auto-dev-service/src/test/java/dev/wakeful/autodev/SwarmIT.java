package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Request and money in, proven change out (DEV-1, DEV-2, HUNT-3, VER-2). */
@AutoDevTest
class SwarmIT {

    @TempDir
    Path sources;

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final Outside outside = new Outside();
    private SampleRepository repository;
    private Revision good;
    private Revision culprit;
    private Revision base;

    @BeforeEach
    void breakTheShop() {
        repository = new SampleRepository(sources.resolve("shop"));
        good = repository.commit("Open the shop", "a.txt", "fine");
        repository.commit("Add a shelf", "b.txt", "fine");
        culprit = repository.commit("Sell more", "a.txt", "broken");
        repository.commit("Paint the door", "c.txt", "fine");
        base = repository.commit("Hang a lamp", "d.txt", "fine");
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    /** VER-2, VER-5 */
    @Test
    void theCulpritIsFoundTakenBackAndTheResultProven() throws Exception {
        SwarmRequested request = broken(null);

        outside.order(request);

        SwarmEvent.Completed completed = outside.completed(request);
        assertThat(completed.base()).isEqualTo(base);
        assertThat(completed.branch()).isEqualTo("main");
        assertThat(completed.strategy()).isEqualTo("revert-culprit");
        assertThat(completed.title()).isEqualTo("Revert \"Sell more\"");
        assertThat(completed.culprit())
                .isEqualTo(new SwarmEvent.Culprit(culprit, "Ada <ada@example.org>", "Sell more"));
        assertThat(completed.evidence().getFirst())
                .extracting(Evidence::role, Evidence::grade, Evidence::revision, Evidence::verdict)
                .containsExactly(Role.BASE, Grade.OBSERVED, base, Verdict.RED);
        assertThat(completed.evidence().reversed().subList(0, 2))
                .extracting(Evidence::role, Evidence::grade, Evidence::revision, Evidence::verdict)
                .containsExactly(
                        tuple(Role.BASE, Grade.OBSERVED, base, Verdict.RED),
                        tuple(Role.HEAD, Grade.GATED, completed.head(), Verdict.GREEN));
        assertThat(completed.diff().text()).contains("-broken").contains("+fine");
        assertThat(completed.usage().processes()).isEqualTo(repository.checked().size());
        assertThat(completed.usage().machineTime()).isPositive();
        appliesToTheRepository(request, completed);
    }

    private void appliesToTheRepository(SwarmRequested request, SwarmEvent.Completed completed) throws Exception {
        Path bundle = sources.resolve("fetched.bundle");
        assertThat(fetch(completed.bundle().address().getPath(), bundle)).isEqualTo(200);
        assertThat(sha256(bundle)).isEqualTo(completed.bundle().sha256());
        assertThat(bundle).hasSize(completed.bundle().bytes());
        String branch = "refs/heads/wakeful/" + request.task();
        assertThat(repository.git("bundle", "list-heads", bundle.toString()))
                .isEqualTo(completed.head() + " " + branch);
        repository.git("fetch", "--quiet", bundle.toString(), branch + ":" + branch);
        assertThat(repository.git("rev-parse", branch + "^"))
                .isEqualTo(completed.base().value());
        assertThat(repository.git("log", "-1", "--format=%an <%ae>%n%B", branch))
                .startsWith("Wakeful <wakeful@localhost>\nRevert \"Sell more\"")
                .contains("Task-Id: " + request.task(), "Lineage: lineage-", base.value(), culprit.value());
    }

    private int fetch(String path, Path to) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(to))
                .statusCode();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void onlyKnownFilesAreServed() throws Exception {
        SwarmRequested request = broken(null);
        outside.order(request);
        outside.completed(request);
        String directory = "/artefacts/" + request.swarm() + "/";
        Path file = sources.resolve("fetched");

        assertThat(fetch(directory + "1.log", file)).isEqualTo(200);
        assertThat(fetch(directory + "99.log", file)).isEqualTo(404);
        assertThat(fetch(directory + "other", file)).isEqualTo(404);
        assertThat(fetch(directory + "..%2f..%2f1.log", file)).isIn(400, 404);
        assertThat(fetch("/artefacts/%2e%2e/1.log", file)).isIn(400, 404);
        assertThat(fetch("/artefacts/unknown/fix.bundle", file)).isEqualTo(404);
    }

    /** Reordering */
    @Test
    void theMoneyMayComeFirst() {
        SwarmRequested request = broken(null);

        outside.sender.send(Requests.reserved(request));
        outside.sender.send(request);

        assertThat(outside.completed(request).base()).isEqualTo(base);
    }

    /** Duplicates: of a delivery, and of an event under a new id */
    @Test
    void whatIsSaidTwiceIsDoneOnce() {
        SwarmRequested request = broken(null);
        BudgetEvent.Reserved reserved = Requests.reserved(request);

        Envelope first = outside.sender.send(request);
        outside.sender.send(request, first);
        outside.sender.send(request);
        Envelope second = outside.sender.send(reserved);
        outside.sender.send(reserved, second);
        outside.sender.send(reserved);
        outside.completed(request);
        outside.sender.send(reserved);
        outside.sender.send(request);

        somethingElseIsDone();
        assertThat(outside.heard(SwarmEvent.Started.class, request)).hasSize(1);
        assertThat(outside.heard(SwarmEvent.Completed.class, request)).hasSize(1);
        assertThat(repository.checked().getLast()).isEqualTo(base);
        assertThat(repository.checked().subList(0, repository.checked().size() - 1))
                .doesNotHaveDuplicates();
    }

    /** Everything said before is handled once this later swarm has ended. */
    private void somethingElseIsDone() {
        SampleRepository other = new SampleRepository(sources.resolve("other"));
        Revision only = other.commit("Open", "a.txt", "fine");
        SwarmRequested later = Requests.requested(other.watched(SampleRepository.CHECK, null), only, null);
        outside.order(later);
        outside.failed(later);
    }

    @Test
    void withoutMoneyNothingStarts() {
        SwarmRequested request = broken(null);

        outside.sender.send(request);
        outside.sender.send(Requests.denied(request));
        outside.sender.send(Requests.reserved(request));

        somethingElseIsDone();
        assertThat(outside.heard(SwarmEvent.class, request)).isEmpty();
        assertThat(repository.checked()).isEmpty();
    }

    /** Crash in the middle of a handler: the job cannot be written at first */
    @Test
    void aHandlerThatFailsForAWhileLosesAndDoublesNothing() {
        SwarmRequested request = broken(null);
        jdbc.sql("create sequence failures").update();
        jdbc.sql("""
                create function fail_twice() returns trigger language plpgsql as
                $$ begin if nextval('failures') <= 2 then raise exception 'told to fail'; end if; return new; end $$
                """).update();
        jdbc.sql("create trigger fail before insert on scheduled_tasks for each row execute function fail_twice()")
                .update();
        try {
            outside.order(request);

            outside.completed(request);
            assertThat(outside.heard(SwarmEvent.Started.class, request)).hasSize(1);
        } finally {
            jdbc.sql("drop trigger fail on scheduled_tasks").update();
        }
    }

    @Test
    void whoeverFollowsIsToldOfEachStepInOneTraceAndLineage() {
        SwarmRequested request = broken(null);
        Envelope asked = outside.sender.send(request);
        Envelope paid = EventSender.envelopeFor(Requests.reserved(request));
        Envelope sameLineage = new Envelope(
                paid.id(),
                paid.source(),
                paid.type(),
                paid.subject(),
                paid.time(),
                asked.lineage(),
                asked.id(),
                asked.traceparent());

        outside.sender.send(Requests.reserved(request), sameLineage);

        outside.completed(request);
        List<EventProbe.Heard> heard = outside.probe.heard().stream()
                .filter(said -> said.event().key().equals(request.swarm().value()))
                .toList();
        assertThat(heard).allSatisfy(said -> {
            assertThat(said.envelope().lineage()).isEqualTo(asked.lineage());
            assertThat(said.envelope().cause()).isEqualTo(paid.id());
            assertThat(said.envelope().traceparent()).contains("0af7651916cd43dd8448eb211c80319c");
        });
        assertThat(heard.getFirst().event()).isInstanceOf(SwarmEvent.Started.class);
        assertThat(outside.heard(SwarmEvent.Progressed.class, request))
                .extracting(SwarmEvent.Progressed::step)
                .contains("reproducing", "bisecting", "fixing", "verifying", "bundling");
        assertThat(outside.heard(SwarmEvent.Progressed.class, request))
                .extracting(SwarmEvent.Progressed::message)
                .anyMatch(message -> message.matches("1 of ~[0-9]+: [0-9a-f]{10} is (red|green)"));
    }

    /** HUNT-3: without a claimed green, or with a wrong one */
    @Test
    void theSearchNeedsNoClaimAndBelievesNoWrongOne() {
        SwarmRequested unknown = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, null);
        SwarmRequested wrong = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, culprit);

        outside.order(unknown);
        outside.order(wrong);

        assertThat(culpritOf(outside.completed(unknown))).isEqualTo(culprit);
        assertThat(culpritOf(outside.completed(wrong))).isEqualTo(culprit);
    }

    private static Revision culpritOf(SwarmEvent.Completed completed) {
        return Objects.requireNonNull(completed.culprit()).revision();
    }

    @Test
    void ofAMergeAllThatItMergedIsTakenBack() {
        repository.git("checkout", "--quiet", "-b", "feature", good.value());
        repository.commit("Plan", "f.txt", "fine");
        repository.commit("Build", "g.txt", "broken");
        repository.git("checkout", "--quiet", "-B", "main", good.value());
        repository.commit("Meanwhile", "h.txt", "fine");
        repository.git("merge", "--quiet", "--no-ff", "-m", "Merge the feature", "feature");
        Revision merge = repository.head();
        Revision after = repository.commit("Go on", "i.txt", "fine");
        SwarmRequested request = Requests.requested(repository.watched(SampleRepository.CHECK, null), after, good);

        outside.order(request);

        SwarmEvent.Completed completed = outside.completed(request);
        assertThat(culpritOf(completed)).isEqualTo(merge);
        assertThat(completed.diff().files()).isEqualTo(2);
    }

    @Test
    void whereARevertConflictsTheFixCommandIsTried() {
        repository.commit("Sell even more", "a.txt", "still broken");
        SwarmRequested request = broken("echo mended > a.txt");

        outside.order(request);

        SwarmEvent.Completed completed = outside.completed(request);
        assertThat(completed.strategy()).isEqualTo("run-command");
        assertThat(completed.title()).isEqualTo("Run echo mended > a.txt");
        assertThat(culpritOf(completed)).isEqualTo(culprit);
        assertThat(completed.diff().text()).contains("+mended");
    }

    @Test
    void theFixCommandNeedsNoCulprit() {
        SampleRepository never = new SampleRepository(sources.resolve("never"));
        Revision red = never.commit("Open", "a.txt", "broken");
        SwarmRequested request =
                Requests.requested(never.watched(SampleRepository.CHECK, "echo mended > a.txt"), red, null);

        outside.order(request);

        SwarmEvent.Completed completed = outside.completed(request);
        assertThat(completed.culprit()).isNull();
        assertThat(completed.strategy()).isEqualTo("run-command");
    }

    /** DEV-10 */
    @Test
    void theWorkspaceIsGoneAfterTheEndAndTheRepositoryIsAsItWas() {
        SwarmRequested request = broken(null);
        String before = repository.git("status", "--porcelain") + repository.git("for-each-ref");

        outside.order(request);

        outside.completed(request);
        await().until(() -> "REMOVED"
                .equals(jdbc.sql("select workspace from swarm where id = :id")
                        .param("id", request.swarm().value())
                        .query(String.class)
                        .single()));
        assertThat(repository.git("status", "--porcelain") + repository.git("for-each-ref"))
                .isEqualTo(before);
    }

    private SwarmRequested broken(@Nullable String fix) {
        return Requests.requested(repository.watched(SampleRepository.CHECK, fix), repository.head(), good);
    }
}
