package dev.wakeful.cli.demo;

import dev.wakeful.cli.Connection;
import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.process.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that takes the options of the real system and plays its part. What it does when a red job is reported is said by the system
 * property {@code fake.role}: {@code honest} reverts the culprit, {@code liar} claims to have done so, {@code silent} does nothing,
 * {@code broken} ends at once.
 */
public final class FakeSystem {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final FakeWakeful wakeful;
    private final boolean honest;
    private int number;
    private Path repository = Path.of("");

    private FakeSystem(FakeWakeful wakeful, boolean honest) {
        this.wakeful = wakeful;
        this.honest = honest;
    }

    /** @param arguments as the real system gets them */
    public static void main(String[] arguments) throws Exception {
        List<String> options = List.of(arguments);
        Path data = Path.of(options.get(options.indexOf("--data") + 1));
        int port = Integer.parseInt(options.get(options.indexOf("--port") + 1));
        String role = System.getProperty("fake.role", "honest");
        if (role.equals("broken")) {
            System.err.println("The port is taken; choose another with --port.");
            System.exit(1);
        }
        FakeSystem system = new FakeSystem(new FakeWakeful(port), !role.equals("liar"));
        system.play(role.equals("silent"));
        system.wakeful.runningOn(data);
        Files.writeString(data.resolve("pid"), ProcessHandle.current().pid() + " " + options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(data)));
        new CountDownLatch(1).await();
    }

    private static void forget(Path data) {
        try {
            Connection.remove(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void play(boolean silent) {
        wakeful.answer("GET /api/status", 200, "{\"services\":[]}")
                .answer("GET /api/tasks", 200, "{\"tasks\":[]}")
                .answer("POST /logs/*", 202, "{}")
                .on("POST /api/repositories", exchange -> {
                    JsonNode added = JSON.readTree(
                            wakeful.requests("POST /api/repositories").getLast().body());
                    repository = Path.of(added.path("path").asString());
                    exchange.sendResponseHeaders(201, -1);
                })
                .on("GET /api/stream", exchange -> FakeWakeful.stream(exchange, frames))
                .on("POST /webhooks/github", exchange -> {
                    JsonNode job = JSON.readTree(wakeful.requests("POST /webhooks/github")
                                    .getLast()
                                    .body())
                            .path("workflow_job");
                    exchange.sendResponseHeaders(202, -1);
                    if (!silent && job.path("conclusion").asString().equals("failure")) {
                        work(job.path("head_sha").asString());
                    }
                });
    }

    private void work(String base) {
        say("build.failed.v1", Shop.NAME, "A job failed.");
        try {
            propose(base);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        say("task.planned.v1", "t1", "Planned.");
        say("budget.settled.v1", "s1", "Settled.");
    }

    private void propose(String base) throws InterruptedException {
        Git git = Git.isolated(repository)
                .with("GIT_COMMITTER_NAME", "x")
                .with("GIT_COMMITTER_EMAIL", "x@x.example")
                .with("GIT_AUTHOR_NAME", "x")
                .with("GIT_AUTHOR_EMAIL", "x@x.example");
        String culprit = git.run("log", "--format=%H", "--grep=Give the shipping prices names");
        git.run("checkout", "-q", "-b", "fix");
        if (honest) {
            git.run("revert", "--no-edit", culprit);
        }
        String head = git.run("rev-parse", "HEAD");
        wakeful.answer("GET /api/tasks/t1", 200, """
                {"id":"t1","state":"PROPOSED","traceId":"abc","reactionMillis":12,"cost":{"spentMicros":7},
                 "culprit":{"revision":"%s","author":"Ben","subject":"s"},
                 "pullRequest":{"id":"1","branch":"fix","base":"main","head":"%s","draft":true,"url":"u"},
                 "evidence":[{"role":"BASE","revision":"%s","command":"sh test.sh","verdict":"RED"},
                             {"role":"HEAD","revision":"%s","command":"sh test.sh","verdict":"GREEN"}]}
                """.formatted(culprit, head, base, head));
    }

    private void say(String type, String subject, String summary) {
        number++;
        String task = number > 1 ? "\"task\":\"t1\"," : "";
        frames.add("""
                id: %d
                data: {"n":%d,"type":"%s","subject":"%s",%s"lineage":"l1","at":"%s","summary":"%s"}

                """.formatted(number, number, type, subject, task, Instant.now(), summary));
    }
}
