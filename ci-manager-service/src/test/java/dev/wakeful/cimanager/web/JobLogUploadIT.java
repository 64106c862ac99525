package dev.wakeful.cimanager.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cimanager.CiManagerTest;
import dev.wakeful.cimanager.Payloads;
import dev.wakeful.cimanager.Sender;
import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.events.WatchedRepository;
import dev.wakeful.testing.EventProbe;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CiManagerTest
class JobLogUploadIT {

    @LocalServerPort
    private int port;

    @Autowired
    private WatchedRepositories repositories;

    @Autowired
    private PlatformTransactionManager transactions;

    private final long job = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

    @BeforeEach
    void watchARepository() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> repositories.put(
                        new WatchedRepository(new RepositoryName("acme/logs"), "/nowhere", "main", "true", null)));
    }

    @Test
    void aLogThatCameBeforeItsWebhookTravelsWithTheFailure() {
        try (EventProbe probe = new EventProbe(Stream.BUILD)) {
            Sender.Answer kept = send("\u001b[31mError:\u001b[0m expected 4\r\nbut was 5\u0000\n", job, 1);
            new Sender(port).deliver("workflow_job", UUID.randomUUID().toString(), Payloads.failure("acme/logs", job));

            assertThat(kept.status()).isEqualTo(202);
            assertThat(kept.json().path("build").asString()).isEqualTo("github:job:" + job + ":1");
            assertThat(heard(probe).log()).isEqualTo("Error: expected 4\nbut was 5\n");
        }
    }

    @Test
    void onlyTheEndOfALongLogIsKept() {
        try (EventProbe probe = new EventProbe(Stream.BUILD)) {
            Sender.Answer kept = send("start " + "é".repeat(200_000) + " end", job, 1);
            new Sender(port).deliver("workflow_job", UUID.randomUUID().toString(), Payloads.failure("acme/logs", job));

            assertThat(kept.json().path("bytes").asInt()).isBetween(64 * 1024 - 3, 64 * 1024);
            String log = String.valueOf(heard(probe).log());
            assertThat(log).endsWith("é end").doesNotContain("start", "\uFFFD");
            assertThat(log.getBytes(StandardCharsets.UTF_8).length).isBetween(48 * 1024 - 3, 48 * 1024);
        }
    }

    @Test
    void theLogOfAnotherAttemptIsNotUsed() {
        try (EventProbe probe = new EventProbe(Stream.BUILD)) {
            send("of the second attempt", job, 2);
            new Sender(port).deliver("workflow_job", UUID.randomUUID().toString(), Payloads.failure("acme/logs", job));

            assertThat(heard(probe).log()).isNull();
        }
    }

    @Test
    void anUnsignedLogIsRefused() {
        Sender.Answer answer = new Sender(port)
                .post("/logs/github/1/1", "x".getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "text/plain"));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aJobIsAPositiveNumber() {
        assertThat(send("x", 0, 1).status()).isEqualTo(400);
        assertThat(send("x", 1, -1).status()).isEqualTo(400);
    }

    private BuildEvent.Failed heard(EventProbe probe) {
        return probe.await(
                BuildEvent.Failed.class, failed -> failed.build().value().equals("github:job:" + job + ":1"));
    }

    private Sender.Answer send(String log, long id, int attempt) {
        byte[] body = log.getBytes(StandardCharsets.UTF_8);
        return new Sender(port)
                .post(
                        "/logs/github/" + id + "/" + attempt,
                        body,
                        Map.of(
                                "Content-Type",
                                "text/plain; charset=utf-8",
                                "X-Hub-Signature-256",
                                Sender.sign(body, Sender.SECRET)));
    }
}
