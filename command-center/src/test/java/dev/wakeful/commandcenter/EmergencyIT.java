package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent.Resumed;
import dev.wakeful.events.ControlEvent.Stopped;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.HealthEvent.Quieted;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.Stream;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** STOP-1…4: a person or a rule stops the system, and a person with a reason resumes it. */
@CommandCenterTest
class EmergencyIT {

    @LocalServerPort
    private int port;

    @Autowired
    private SafeMode safeMode;

    private final EventSender sender = new EventSender();

    @BeforeEach
    @AfterEach
    void resumeWhateverStands() {
        Awaitility.await().until(() -> safeMode.awaitCurrent(Duration.ofSeconds(10)));
        api().post("/api/resume", "{\"reason\": \"test\"}");
        Awaitility.await().until(() -> !safeMode.isStopped());
    }

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    /** VER-7, STOP-2: three swarms in a row whose changes were refuted; one that found nothing to change failed no verification. */
    @Test
    void onlyChangesThatWereRefutedCountAsFailedVerifications() {
        jdbc.sql("update verification_streak set failures = 0").update();
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            for (int n = 0; n < 4; n++) {
                sender.send(failed(Evidence.Role.BASE));
            }
            sender.send(failed(Evidence.Role.HEAD));
            Awaitility.await().until(() -> streak() == 1);
            assertThat(safeMode.isStopped()).isFalse();

            sender.send(failed(Evidence.Role.HEAD));
            sender.send(failed(Evidence.Role.HEAD));
            Stopped stopped = probe.await(Stopped.class, said -> said.reason().contains("3 swarms in a row"));
            Awaitility.await().until(() -> safeMode.isStopped() && safeMode.epoch() == stopped.epoch());
        }
    }

    /** STOP-2: more agents than may be are at work; what is told of fewer, or of none, stops nothing. */
    @Test
    void overFiftyAgentsStopTheSystem() {
        SwarmId swarm = SwarmId.make(Instant.now());
        TaskId task = TaskId.make(Instant.now());
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            sender.send(new SwarmEvent.Progressed(swarm, task, "fixing", "at work"));
            sender.send(new SwarmEvent.Progressed(swarm, task, "fixing", "begins to work", 50, null));
            sender.send(new SwarmEvent.Progressed(swarm, task, "fixing", "begins to work", 51, null));

            Stopped stopped = probe.await(Stopped.class, said -> said.reason().contains("agents"));
            assertThat(stopped.reason()).isEqualTo("51 agents are at work, more than 50");
            assertThat(stopped.by()).isEqualTo("STOP-2");
        }
        Awaitility.await().until(() -> safeMode.isStopped());
    }

    /** STOP-4: the stop that is written down at every start, to be quick when it matters, is one that nobody ever hears of. */
    @Test
    void theRehearsalLeavesNothingBehind() {
        long epoch = safeMode.epoch();
        int stops = count("emergency_stop");
        int words = count("outbox");

        context.publishEvent(new ApplicationReadyEvent(
                new SpringApplication(), new String[0], (ConfigurableApplicationContext) context, Duration.ZERO));

        assertThat(count("emergency_stop")).isEqualTo(stops);
        assertThat(count("outbox")).isEqualTo(words);
        assertThat(safeMode.isStopped()).isFalse();
        assertThat(safeMode.epoch()).isEqualTo(epoch);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private int streak() {
        return jdbc.sql("select failures from verification_streak")
                .query(Integer.class)
                .single();
    }

    /** Its last check was red, on the base or on the change that it made. */
    private static SwarmEvent.Failed failed(Evidence.Role role) {
        Instant now = Instant.now();
        Evidence red = new Evidence(
                role,
                Evidence.Grade.OBSERVED,
                new Revision("a".repeat(40)),
                "make test",
                Evidence.Verdict.RED,
                1,
                Duration.ofSeconds(1),
                now,
                "no");
        return new SwarmEvent.Failed(
                SwarmId.make(now),
                TaskId.make(now),
                FindingId.make(now),
                new RepositoryName("acme/streak"),
                SwarmEvent.Reason.NOT_FIXED,
                "no",
                null,
                List.of(red),
                SwarmEvent.Usage.NONE);
    }

    /** STOP-1, STOP-3, STOP-4 */
    @Test
    void aPersonStopsAndResumesAndIsToldHowQuietItIs() {
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            Caller.Answer asked = api().post("/api/emergency-stop", "{\"reason\": \"smoke\\n\"}");
            long epoch = asked.json().path("epoch").asLong();
            Stopped stopped = probe.await(Stopped.class, said -> said.epoch() == epoch);

            assertThat(asked.status()).isEqualTo(202);
            assertThat(stopped.reason()).isEqualTo("smoke");
            assertThat(api().post("/api/emergency-stop", "{}").status()).isEqualTo(409);
            sender.send(new Quieted(
                    "auto-dev", "auto-dev-9", epoch, stopped.at(), stopped.at().plusMillis(80), 4, null));
            Awaitility.await()
                    .until(() -> safety().path("last").path("processes").asInt() == 4);
            assertThat(safety().path("last").path("quietMillis").asLong()).isGreaterThanOrEqualTo(80);
            assertThat(safety().path("stopped").asBoolean()).isTrue();
            assertThat(api().post("/api/resume", "{\"reason\": \" \"}").status())
                    .isEqualTo(400);
            assertThat(api().post("/api/resume", "{\"reason\": \"seen\"}").status())
                    .isEqualTo(202);
            probe.await(Resumed.class, said -> said.epoch() == epoch);
            assertThat(api().post("/api/resume", "{\"reason\": \"seen\"}").detail())
                    .contains("not stopped");
        }
    }

    /** STOP-1: only a page of ours presses the button, and only who signed in resumes. */
    @Test
    void formsAreTakenFromOwnPagesOnlyAndResumeNeedsAPerson() {
        assertThat(form("/emergency-stop", "", "Sec-Fetch-Site", "cross-site")).isEqualTo(401);
        assertThat(form("/emergency-stop", "", "Origin", "http://evil.example")).isEqualTo(401);
        assertThat(form("/emergency-stop", "", "X-None", "x")).isEqualTo(401);
        assertThat(safety().path("stopped").asBoolean()).isFalse();

        assertThat(form("/emergency-stop", "back=/", "Origin", api().base())).isEqualTo(303);
        assertThat(safety().path("stopped").asBoolean()).isTrue();
        form("/resume", "reason=x", "Sec-Fetch-Site", "same-origin");
        assertThat(safety().path("stopped").asBoolean()).isTrue();
    }

    /** STOP-2: one stop for each cause, however often it is told. */
    @Test
    void theDaysCapStopsTheSystemOnceAndAResumeIsNotUndoneByItsEcho() {
        String scope = "day:" + UUID.randomUUID();
        BudgetEvent.Alerted alerted =
                new BudgetEvent.Alerted(scope, 100, Money.micros(50), Money.micros(50), Instant.now());
        Envelope first = sender.send(alerted);
        Awaitility.await().until(() -> safety().path("stopped").asBoolean());
        assertThat(safety().path("last").path("by").asString()).isEqualTo("STOP-2");
        assertThat(safety().path("last").path("reason").asString()).contains("hard cap");

        resumeWhateverStands();
        sender.send(alerted, first);
        sender.send(alerted);
        sender.send(new BudgetEvent.Alerted(scope, 99, Money.micros(49), Money.micros(50), Instant.now()));
        sender.send(new BudgetEvent.ProviderLost(scope, Instant.now().minus(Duration.ofMinutes(11)), "away"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> safety().path("stopped").asBoolean());
        assertThat(safety().path("last").path("reason").asString()).contains("model provider");
    }

    /** STOP-2: a provider that is back in time stops nothing, in whichever order the words come. */
    @Test
    void aProviderThatIsBackStopsNothing() {
        String provider = "provider-" + UUID.randomUUID();
        Instant lost = Instant.now().minus(Duration.ofMinutes(11));
        sender.send(new BudgetEvent.ProviderBack(provider, lost.plusSeconds(60)));
        sender.send(new BudgetEvent.ProviderLost(provider, lost, "away"));
        sender.send(new BudgetEvent.ProviderLost(provider + "-other", lost, "away"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> safety().path("stopped").asBoolean());
        assertThat(safety().path("last").path("reason").asString()).contains(provider + "-other");
    }

    /** STOP-2: the gateway is gone with the last instance of the budget service, and not before; told again after a resume nothing stops. */
    @Test
    void aGatewayThatGivesNoSignOfLifeStopsTheSystem() {
        jdbc.sql("delete from service_instance where service = 'budget'").update();
        String gone = "budget-" + UUID.randomUUID();
        String back = "budget-" + UUID.randomUUID();
        Instant silent = Instant.now().minus(Duration.ofMinutes(11));
        sender.send(new HealthEvent.Missing("budget", back, silent.minusSeconds(60)));
        timeIsUp();
        Awaitility.await().until(() -> safety().path("stopped").asBoolean());
        assertThat(safety().path("last").path("reason").asString()).contains("model gateway");

        sender.send(new HealthEvent.Recovered("budget", back));
        resumeWhateverStands();
        Envelope first = sender.send(new HealthEvent.Missing("budget", gone, silent));
        sender.send(new HealthEvent.Missing("auto-dev", "auto-dev-" + gone, silent));
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .until(() -> !safety().path("stopped").asBoolean());
        assertThat(timers()).isZero();
        Envelope last = sender.send(new HealthEvent.Missing("budget", back, silent.minusSeconds(60)));
        timeIsUp();
        Awaitility.await().until(() -> safety().path("stopped").asBoolean());

        resumeWhateverStands();
        sender.send(new HealthEvent.Missing("budget", gone, silent), first);
        sender.send(new HealthEvent.Missing("budget", back, silent.minusSeconds(60)), last);
        sender.send(new HealthEvent.Missing("budget", back, silent.minusSeconds(60)));
        timeIsUp();
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .until(() -> !safety().path("stopped").asBoolean());
    }

    /** A minute is left for somebody to say that they live. */
    private void timeIsUp() {
        Awaitility.await().until(() -> timers() == 1);
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'gateway-lost'")
                .update();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> timers() == 0);
    }

    private int timers() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'gateway-lost'")
                .query(Integer.class)
                .single();
    }

    /** STOP-1: an instance saw a file that this service cannot see. */
    @Test
    void aStopByAFileElsewhereIsToldToAll() {
        long epoch = safeMode.epoch() + 1;
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            sender.send(new Quieted("auto-dev", "auto-dev-9", epoch, Instant.now(), Instant.now(), 4, null));

            assertThat(probe.await(Stopped.class, said -> said.epoch() == epoch).by())
                    .contains("STOP");
            Awaitility.await().until(() -> safeMode.isStopped());
        }
    }

    private JsonNode safety() {
        return api().get("/api/emergency-stop").json();
    }

    private int form(String path, String body, String header, String value) {
        return api().send(api().request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .status();
    }

    private Caller api() {
        return new Caller(port);
    }
}
