package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.testing.EventSender;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every event arrives at least once and is shown once, also when the projection fails on the way. */
@CommandCenterTest
class ProjectionIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aStoryIsTakenInWhole() {
        Story story = Story.about("acme/whole", Instant.now())
                .installed()
                .reported()
                .started()
                .mended()
                .reportedAgain();

        tell(story, 1);

        JsonNode task = awaitEvents(story);
        assertThat(task.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(task.path("culprit").path("revision").asString())
                .isEqualTo(Story.culprit().revision().value());
        assertThat(task.path("pullRequest").path("head").asString())
                .isEqualTo(Story.head().value());
        assertThat(task.path("pullRequest").path("draft").asBoolean()).isTrue();
        assertThat(task.path("evidence").size()).isEqualTo(4);
        assertThat(task.path("decisions").get(0).path("rule").asString()).isEqualTo("AUTH-1");
        assertThat(task.path("decisions").get(0).path("refused").size()).isEqualTo(2);
        assertThat(task.path("cost").path("spentMicros").asLong()).isEqualTo(1_240);
        assertThat(task.path("cost").path("releasedMicros").asLong()).isEqualTo(1_918_760);
        assertThat(task.path("reactionMillis").asLong()).isEqualTo(28);
        assertThat(task.path("finding").path("reports").asInt()).isEqualTo(2);
        assertThat(task.path("traceId").asString()).isEqualTo(story.traceId);
        assertThat(task.path("lineage").asString()).isEqualTo(story.lineage.value());
        assertThat(task.path("failure").isNull()).isTrue();
    }

    @Test
    void anEventThatArrivesTwiceIsShownOnce() {
        Story story =
                Story.about("acme/twice", Instant.now()).reported().started().mended();

        tell(story, 2);
        tell(Story.about("acme/after-twice", Instant.now()).reported().started(), 1);

        awaitEvents(story);
        await().until(() -> api().get("/api/events?limit=1000").text().contains("acme/after-twice"));
        assertThat(count("select count(*) from event where lineage = :value", story.lineage.value()))
                .isEqualTo(story.events().size());
    }

    @Test
    void aProjectionThatFailsMidwayLosesAndDoublesNothing() {
        jdbc.sql("create sequence told_to_fail").update();
        jdbc.sql("""
                create function fail_twice() returns trigger language plpgsql as $$
                begin
                    if new.type = 'swarm.completed.v1' and nextval('told_to_fail') <= 2 then
                        raise exception 'told to fail';
                    end if;
                    return new;
                end $$
                """).update();
        jdbc.sql("create trigger fail_twice before insert on event for each row execute function fail_twice()")
                .update();
        Story story =
                Story.about("acme/crash", Instant.now()).reported().started().mended();

        tell(story, 1);

        JsonNode task = awaitEvents(story);
        jdbc.sql("drop trigger fail_twice on event").update();
        assertThat(count("select last_value from told_to_fail where :value = ''", ""))
                .isEqualTo(3);
        assertThat(task.path("culprit").path("author").asString()).contains("Robin");
        assertThat(count("select count(*) from event where lineage = :value", story.lineage.value()))
                .isEqualTo(story.events().size());
    }

    @Test
    void heartbeatsAreNotKeptOneByOne() {
        Story story = Story.about("acme/beats", Instant.now()).installed().reported();

        tell(story, 1);

        await().until(() -> api().get("/api/events?limit=1000").text().contains("acme/beats at"));
        await().until(() -> api().get("/api/status").text().contains("bug-hunter-1"));
        assertThat(count("select count(*) from event where type = :value", "health.beat.v1"))
                .isZero();
    }

    private void tell(Story story, int times) {
        try (EventSender sender = new EventSender()) {
            for (Story.Said said : story.events()) {
                for (int time = 0; time < times; time++) {
                    sender.send(said.event(), said.envelope());
                }
            }
        }
    }

    private JsonNode awaitEvents(Story story) {
        long expected = story.events().stream()
                .filter(said -> said.envelope().lineage().equals(story.lineage))
                .filter(said -> !said.envelope().type().equals("health.beat.v1"))
                .count();
        await().atMost(java.time.Duration.ofSeconds(20))
                .until(() ->
                        count("select count(*) from event where lineage = :value", story.lineage.value()) >= expected);
        await().until(() -> api().get("/api/tasks/" + story.task).json().has("state"));
        return api().get("/api/tasks/" + story.task).json();
    }

    private long count(String sql, String value) {
        return jdbc.sql(sql).param("value", value).query(Long.class).single();
    }

    private Caller api() {
        return new Caller(port);
    }
}
