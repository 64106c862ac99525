package dev.wakeful.commandcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Decision;
import dev.wakeful.events.Stream;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** CLI-1: a person ends one task; told once with who and why, whoever else asks. */
@CommandCenterTest
class TaskStopIT {

    @LocalServerPort
    private int port;

    @Test
    void ofManyWhoAskAtOnceTheFirstIsTold() throws Exception {
        Story story = Story.about("acme/stop", Instant.now()).reported().started();
        tell(story);
        await().until(() -> state(story).equals("RUNNING"));
        try (EventProbe probe = new EventProbe(Stream.CONTROL)) {
            List<Caller.Answer> answers = atOnce(IntStream.range(0, 6)
                    .<Callable<Caller.Answer>>mapToObj(
                            n -> () -> stop(story, Map.of("reason", "by hand", "by", "person-" + n)))
                    .toList());
            ControlEvent.TaskStopRequested told = probe.await(
                    ControlEvent.TaskStopRequested.class, asked -> asked.task().equals(story.task));

            assertThat(answers).allMatch(answer -> answer.status() == 202);
            assertThat(answers)
                    .extracting(answer -> answer.json().path("by").asString())
                    .containsOnly(told.by());
            assertThat(told.reason()).isEqualTo("by hand");
            await().until(() -> timeline(story).contains(told.by() + " wants the task ended: by hand"));
            assertThat(probe.heard(ControlEvent.TaskStopRequested.class))
                    .filteredOn(asked -> asked.task().equals(story.task))
                    .hasSize(1);
            assertThat(probe.heard().stream()
                            .filter(heard -> heard.event().equals(told))
                            .map(heard -> heard.envelope().lineage()))
                    .containsExactly(story.lineage);
            assertThat(detail(story).at("/stop/by").asString()).isEqualTo(told.by());

            ended(story);
            Caller.Answer after = stop(story, Map.of("reason", "once more", "by", "late"));
            assertThat(after.status()).isEqualTo(202);
            assertThat(after.json().path("by").asString()).isEqualTo(told.by());
            assertThat(after.json().path("state").asString()).isEqualTo("PARKED");
        }
    }

    @Test
    void whatCannotBeEndedIsRefusedWithTheReason() {
        Story offered =
                Story.about("acme/offered", Instant.now()).reported().started().mended();
        Story parked =
                Story.about("acme/parked", Instant.now()).reported().started().givenUp();
        Story running = Story.about("acme/running", Instant.now()).reported().started();
        tell(offered);
        tell(parked);
        tell(running);
        await().until(() -> state(offered).equals("PROPOSED")
                && state(parked).equals("PARKED")
                && state(running).equals("RUNNING"));

        assertThat(stop(offered, Map.of("reason", "no")).status()).isEqualTo(409);
        assertThat(stop(offered, Map.of("reason", "no")).detail())
                .contains("its change is offered", "Close the pull request");
        assertThat(stop(parked, Map.of("reason", "no")).status()).isEqualTo(409);
        assertThat(stop(parked, Map.of("reason", "no")).detail()).contains("it is parked");
        assertThat(stop(running, Map.of("reason", " ")).status()).isEqualTo(400);
        assertThat(stop(running, Map.of("reason", "no", "by", "\u202e")).status())
                .isEqualTo(400);
        assertThat(api().post("/api/tasks/task-nobody/stop", Map.of("reason", "no"))
                        .status())
                .isEqualTo(404);
        assertThat(api().send(api().request("/api/tasks/" + running.task + "/stop")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(401);
        assertThat(detail(running).path("stop").isNull()).isTrue();
    }

    /** The page offers it while there is something to end, and then says who asked. */
    @Test
    void thePageOffersItAndSaysWhoAsked() {
        Story story = Story.about("acme/page", Instant.now()).reported().started();
        tell(story);
        await().until(() -> state(story).equals("RUNNING"));

        assertThat(page(story)).contains("wakeful task stop " + story.task);
        stop(story, Map.of("reason", "<b>by hand</b>", "by", "dana"));

        assertThat(page(story))
                .contains("dana wanted this task ended", "&lt;b&gt;by hand&lt;/b&gt;")
                .doesNotContain("wakeful task stop " + story.task);
    }

    /** As the planner answers. */
    private void ended(Story story) {
        story.say(
                "planner",
                5_000,
                new TaskEvent.Parked(
                        story.task,
                        story.finding,
                        story.repository,
                        "Mend it",
                        new Decision("CLI-1", "dana ended it: by hand", Map.of(), List.of())));
        tell(story);
        await().until(() -> state(story).equals("PARKED"));
    }

    private static void tell(Story story) {
        try (EventSender sender = new EventSender()) {
            story.events().forEach(said -> sender.send(said.event(), said.envelope()));
        }
    }

    private static List<Caller.Answer> atOnce(List<Callable<Caller.Answer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
    }

    private Caller.Answer stop(Story story, Map<String, String> request) {
        return api().post("/api/tasks/" + story.task + "/stop", request);
    }

    private String timeline(Story story) {
        return detail(story).path("timeline").toString();
    }

    private String state(Story story) {
        return detail(story).path("state").asString("");
    }

    private String page(Story story) {
        return api().get("/tasks/" + story.task).text();
    }

    private JsonNode detail(Story story) {
        return api().get("/api/tasks/" + story.task).json();
    }

    private Caller api() {
        return new Caller(port);
    }
}
