package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.commandcenter.projection.Projection;
import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.Money;
import dev.wakeful.service.inbox.EventListening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Topics arrive side by side: whatever the order, the picture is the same. */
@CommandCenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReorderingIT {

    private static final List<Story> STORIES = stories();

    @Autowired
    private Projection projection;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private static List<Story> stories() {
        Instant start = Instant.parse("2026-11-20T08:00:00Z");
        return List.of(
                Story.about("acme/mended", start)
                        .installed()
                        .reported()
                        .started()
                        .mended()
                        .reportedAgain(),
                Story.about("acme/given-up", start.plusSeconds(60))
                        .installed()
                        .reported()
                        .started()
                        .givenUp(),
                Story.about("acme/running", start.plusSeconds(90))
                        .reported()
                        .started()
                        .unmatched("acme/stranger")
                        .missing("budget"),
                people(start.plusSeconds(120)));
    }

    /** Two questions, the second answered twice; money, modes and a sign of life. */
    private static Story people(Instant start) {
        Story story = Story.about("acme/asked", start).reported().started();
        story.money("2026-11-20").mode(ModeEvent.Mode.NIGHT, null, "23:00");
        story.asks(Money.dollars(5), Duration.ofHours(12));
        ApprovalId newer = story.asks(Money.dollars(8), Duration.ofHours(12));
        story.say("command-center", 30, new ControlEvent.TaskDenied(story.task, newer, "dana", "not now"));
        story.say(
                "command-center",
                30,
                new ControlEvent.TaskApproved(story.task, newer, Money.dollars(8), "robin", "too late"));
        story.mode(ModeEvent.Mode.NIGHT, ModeEvent.Context.SLEEPING, "23:00");
        story.say("command-center", 30, new ControlEvent.PersonSeen("dana", story.now(), "page"));
        story.say("command-center", 30, new ControlEvent.PersonSeen("dana", story.now(), "command"));
        return story.mended();
    }

    @Autowired
    private EventListening listening;

    @BeforeAll
    void hearNobodyElse() {
        listening.stop();
    }

    @AfterAll
    void hearAgain() {
        listening.start();
    }

    @BeforeEach
    void forgetEverything() {
        jdbc.sql("""
                truncate event, task, swarm, trial, finding, change, repository, unmatched, service_instance, mode, dead_letter,
                    approval, person, reservation, budget_scope, budget_alert, budget_limit, provider
                """).update();
    }

    @Test
    void theOrderInWhichItHappenedGivesThePictureEveryOtherOrderIsComparedWith() {
        tell(inOrder());

        Map<String, List<String>> picture = picture();
        assertThat(picture.get("task")).hasSize(4);
        assertThat(picture.get("trial")).hasSize(4);
        assertThat(picture.get("told"))
                .filteredOn(row -> row.contains("\"build.failed.v1\""))
                .allMatch(row -> row.contains("\"task\": \"task-"));
        assertThat(picture.get("task").toString()).contains("PROPOSED", "PARKED", "RUNNING");
        assertThat(String.valueOf(picture.get("question")))
                .contains("VOIDED", "DENIED", "not now")
                .doesNotContain("too late");
        assertThat(picture.get("budget_alert")).hasSize(3);
        assertThat(String.valueOf(picture.get("provider"))).contains("\"lost\": true, \"name\": \"openai\"");
        assertThat(String.valueOf(picture.get("told"))).doesNotContain("person.seen");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderGivesTheSamePicture(int seed) {
        tell(inOrder());
        Map<String, List<String>> expected = picture();
        forgetEverything();
        List<Story.Said> shuffled = new ArrayList<>(inOrder());
        Collections.shuffle(shuffled, new Random(seed));

        tell(shuffled);

        assertSame(expected);
    }

    @Test
    void theEndToldFirstGivesTheSamePicture() {
        tell(inOrder());
        Map<String, List<String>> expected = picture();
        forgetEverything();

        tell(inOrder().reversed());

        assertSame(expected);
    }

    private void assertSame(Map<String, List<String>> expected) {
        picture()
                .forEach((part, rows) ->
                        assertThat(rows).as(part).containsExactlyElementsOf(expected.getOrDefault(part, List.of())));
    }

    private static List<Story.Said> inOrder() {
        return STORIES.stream().flatMap(story -> story.events().stream()).toList();
    }

    private void tell(List<Story.Said> events) {
        events.forEach(
                said -> transactions.executeWithoutResult(status -> projection.take(said.event(), said.envelope())));
    }

    private Map<String, List<String>> picture() {
        Map<String, List<String>> picture = new LinkedHashMap<>();
        Stream.of(
                        "task",
                        "swarm",
                        "trial",
                        "finding",
                        "change",
                        "repository",
                        "unmatched",
                        "service_instance",
                        "mode",
                        "question",
                        "person",
                        "reservation",
                        "budget_scope",
                        "budget_alert",
                        "budget_limit",
                        "provider")
                .forEach(table -> picture.put(table, rows("select to_jsonb(t)::text from " + table + " t order by 1")));
        picture.put("told", rows("select (to_jsonb(t) - 'n')::text from told t order by 1"));
        Caller api = new Caller(port);
        picture.put(
                "details",
                STORIES.stream()
                        .map(story -> api.get("/api/tasks/" + story.task).text())
                        .toList());
        return picture;
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
