package dev.wakeful.cli.demo;

import dev.wakeful.cli.Connection;
import dev.wakeful.cli.process.Program;
import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.Webhooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The play itself, on a running system: watch the shop, tell its CI's story as GitHub would, follow, and judge. */
record Performance(Connection connection, Shop shop, Path scratch, LiveView view, Deadline deadline) {

    private static final Duration CI_TOOK = Duration.ofSeconds(41);

    Summary play(boolean kept) throws IOException, InterruptedException {
        Server server = new Server(connection.dashboard(), connection.token());
        Webhooks webhooks = new Webhooks(connection.webhooks(), connection.webhookSecret());
        watch(server);
        Story story = new Story(server, view);
        story.listen();
        reportGreen(webhooks);
        Instant sent = reportRed(webhooks);
        Item task = story.follow(sent, deadline);
        Duration toTheEnd = Duration.between(sent, Instant.now());
        Item pull = task.item("pullRequest");
        Recheck recheck = Recheck.of(shop, pull.text("branch"), shop.head(), pull.text("head"), scratch);
        return new Summary(new Proof(shop, task, recheck), toTheEnd, deadline.elapsed(), connection.dashboard(), kept);
    }

    private void watch(Server server) throws InterruptedException {
        server.post(
                "/repositories",
                Map.of(
                        "name", Shop.NAME,
                        "path", shop.directory().toString(),
                        "branch", Shop.BRANCH,
                        "check", Shop.CHECK));
        view.did(
                deadline.elapsed(), "watching", Shop.NAME + ": `" + Shop.CHECK + "` must stay green on " + Shop.BRANCH);
    }

    private void reportGreen(Webhooks webhooks) throws InterruptedException {
        Instant then = Instant.now().minus(Duration.ofHours(30));
        JobReport green = new JobReport(newJob(), shop.lastGood(), true, then, then.plus(CI_TOOK));
        webhooks.deliver(JobReport.EVENT, Webhooks.newDelivery(), green.body());
        view.did(
                deadline.elapsed(),
                "history",
                "its CI passed on " + shop.lastGood().substring(0, 10) + ", "
                        + (shop.commits().size() - shop.commits().indexOf(shop.lastGood()) - 1) + " commits ago");
    }

    /** Runs the check for a true log, and reports it: first the log, then the event. */
    private Instant reportRed(Webhooks webhooks) throws InterruptedException {
        Program.Ended run = Recheck.check(shop, shop.head(), scratch.resolve("ci"))
                .orElseThrow(() -> new IllegalStateException("The demonstration's repository has no head"));
        Instant now = Instant.now();
        JobReport red = new JobReport(newJob(), shop.head(), false, now.minus(CI_TOOK), now);
        webhooks.log(red.job(), 1, (run.out() + run.err()).getBytes(StandardCharsets.UTF_8));
        view.did(
                deadline.elapsed(),
                "red",
                "its CI fails on " + shop.head().substring(0, 10) + ": " + firstFailure(run));
        view.startAt(Instant.now());
        Instant sent = Instant.now();
        webhooks.deliver(JobReport.EVENT, Webhooks.newDelivery(), red.body());
        return sent;
    }

    private static String firstFailure(Program.Ended run) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith("not ok"))
                .findFirst()
                .orElse("");
    }

    private static long newJob() {
        return ThreadLocalRandom.current().nextLong(10_000_000_000L, 90_000_000_000L);
    }
}
