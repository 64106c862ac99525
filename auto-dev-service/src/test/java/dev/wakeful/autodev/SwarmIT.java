package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.RealInfrastructure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service: request and money in, proven change out (DEV-1, DEV-2, HUNT-3, VER-2). */
@SpringBootTest(
        classes = AutoDevApplication.class,
        properties = "spring.config.name=common-service,auto-dev",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RealInfrastructure.class)
class SwarmIT {

    @TempDir
    static Path data;

    @TempDir
    Path sources;

    @Value("${local.server.port}")
    private int port;

    private final EventProbe probe = new EventProbe(Stream.SWARM);
    private final EventSender sender = new EventSender();

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry registry) {
        registry.add("wakeful.auto-dev.directory", data::toString);
    }

    @AfterEach
    void hangUp() {
        sender.close();
        probe.close();
    }

    private SampleRepository repository;

    @BeforeEach
    void makeRepository() {
        repository = new SampleRepository(sources.resolve("shop"));
    }

    /** DEV-2, HUNT-3, VER-2, VER-5 */
    @Test
    void theCulpritIsFoundTakenBackAndTheResultProven() throws Exception {
        Revision good = repository.commit("Open the shop", "a.txt", "fine");
        repository.commit("Add a shelf", "b.txt", "fine");
        Revision culprit = repository.commit("Sell more", "a.txt", "broken");
        repository.commit("Paint the door", "c.txt", "fine");
        Revision base = repository.commit("Hang a lamp", "d.txt", "fine");
        SwarmRequested request = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, good);

        sender.send(request);
        sender.send(Requests.reserved(request));

        SwarmEvent.Completed completed =
                probe.await(SwarmEvent.Completed.class, end -> end.swarm().equals(request.swarm()));
        assertThat(completed.base()).isEqualTo(base);
        assertThat(completed.strategy()).isEqualTo("revert-culprit");
        assertThat(completed.title()).isEqualTo("Revert \"Sell more\"");
        assertThat(completed.culprit())
                .isEqualTo(new SwarmEvent.Culprit(culprit, "Ada <ada@example.org>", "Sell more"));
        assertThat(completed.evidence().getFirst())
                .extracting(Evidence::role, Evidence::grade, Evidence::revision, Evidence::verdict)
                .containsExactly(Role.BASE, Grade.OBSERVED, base, Verdict.RED);
        assertThat(completed.evidence().getLast())
                .extracting(Evidence::role, Evidence::grade, Evidence::revision, Evidence::verdict)
                .containsExactly(Role.HEAD, Grade.GATED, completed.head(), Verdict.GREEN);
        assertThat(completed.diff().text()).contains("-broken").contains("+fine");
        assertThat(completed.usage().processes()).isEqualTo(repository.checked().size());
        appliesToTheRepository(request, completed);
    }

    private void appliesToTheRepository(SwarmRequested request, SwarmEvent.Completed completed) throws Exception {
        Path bundle = sources.resolve("fetched.bundle");
        URI address = URI.create(
                "http://127.0.0.1:" + port + completed.bundle().address().getPath());
        HttpResponse<Path> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(bundle));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(java.nio.file.Files.readAllBytes(bundle))))
                .isEqualTo(completed.bundle().sha256());
        String branch = "refs/heads/wakeful/" + request.task();
        assertThat(repository.git("bundle", "list-heads", bundle.toString()))
                .isEqualTo(completed.head() + " " + branch);
        repository.git("fetch", "--quiet", bundle.toString(), branch + ":" + branch);
        assertThat(repository.git("rev-parse", branch + "^"))
                .isEqualTo(completed.base().value());
        assertThat(repository.git("log", "-1", "--format=%an <%ae>%n%B", branch))
                .startsWith("Wakeful <wakeful@localhost>\nRevert \"Sell more\"")
                .contains("Task-Id: " + request.task(), "Lineage: lineage-");
    }
}
