package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.commandcenter.projection.Projection;
import dev.wakeful.service.inbox.EventListening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Topics arrive side by side: whatever the order, the picture is the same. */
@CommandCenterTest
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
                        .missing("budget"));
    }

    @Autowired
    private EventListening listening;

    @BeforeEach
    void hearNobodyElse() {
        listening.stop();
        forgetEverything();
    }

    @AfterEach
    void hearAgain() {
        listening.start();
    }

    private void forgetEverything() {
        jdbc.sql("""
                truncate event, task, swarm, finding, change, repository, unmatched, service_instance, mode, dead_letter
                """).update();
    }

    @Test
    void theOrderInWhichItHappenedGivesThePictureEveryOtherOrderIsComparedWith() {
        tell(inOrder());

        Map<String, List<String>> picture = picture();
        assertThat(picture.get("task")).hasSize(3);
        assertThat(picture.get("told"))
                .filteredOn(row -> row.contains("\"build.failed.v1\""))
                .allMatch(row -> row.contains("\"task\": \"task-"));
        assertThat(picture.get("task").toString()).contains("PROPOSED", "PARKED", "RUNNING");
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

        assertThat(picture()).isEqualTo(expected);
    }

    @Test
    void theEndToldFirstGivesTheSamePicture() {
        tell(inOrder());
        Map<String, List<String>> expected = picture();
        forgetEverything();

        tell(inOrder().reversed());

        assertThat(picture()).isEqualTo(expected);
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
        Stream.of("task", "swarm", "finding", "change", "repository", "unmatched", "service_instance", "mode")
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
