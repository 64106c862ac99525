package dev.wakeful.cli.demo;

import dev.wakeful.cli.server.EventStream;
import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.terminal.CommandFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows one failure from the live stream until its task has come to rest. Events of other failures are passed over; should the stream
 * fail, the task itself is asked.
 */
final class Story {

    private static final Set<String> AT_REST = Set.of("PROPOSED", "PARKED", "CLOSED", "APPROVAL_REQUIRED");
    private static final Duration GATHER = Duration.ofMillis(60);
    private static final Duration TO_OPEN = Duration.ofSeconds(5);
    private static final Duration FOR_THE_BILL = Duration.ofSeconds(5);

    private final Server server;
    private final LiveView view;
    private final BlockingQueue<Item> events = new LinkedBlockingQueue<>();
    private @Nullable String lineage;
    private @Nullable String task;
    private boolean settled;

    Story(Server server, LiveView view) {
        this.server = server;
        this.view = view;
    }

    /** Begins to listen; returns when the stream is open, or does not open in time: then the task itself is asked. */
    void listen() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        EventStream.Listener opened = new EventStream.Listener() {
            @Override
            public void connected() {
                open.countDown();
            }
        };
        Thread.ofVirtual().start(() -> {
            try {
                server.events().follow(opened, events::add);
            } catch (CommandFailed | InterruptedException without) {
                open.countDown();
            }
        });
        open.await(TO_OPEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Shows what happens from then on, and gives the task once it is at rest and its bill is written. */
    Item follow(Instant since, Deadline deadline) throws InterruptedException {
        @Nullable Duration restingSince = null;
        while (true) {
            next().stream().filter(event -> ours(event, since)).forEach(this::show);
            Optional<Item> known = task(since);
            if (known.isPresent() && AT_REST.contains(known.get().text("state"))) {
                restingSince = restingSince == null ? deadline.elapsed() : restingSince;
                boolean patient = deadline.elapsed().minus(restingSince).compareTo(FOR_THE_BILL) < 0;
                if (complete(known.get()) || !patient) {
                    return known.get();
                }
            }
            deadline.check(view::last);
        }
    }

    /** What came in, in the order in which it happened. */
    private List<Item> next() throws InterruptedException {
        List<Item> batch = new ArrayList<>();
        Item first = events.poll(500, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            Thread.sleep(GATHER);
            events.drainTo(batch);
        }
        batch.sort(Comparator.comparing(event -> event.instant("at").orElse(Instant.MAX)));
        return batch;
    }

    private boolean ours(Item event, Instant since) {
        boolean begins = event.text("type").startsWith("build.failed")
                && event.text("subject").equals(Shop.NAME)
                && event.instant("at").filter(at -> !at.isBefore(since)).isPresent();
        if (lineage == null && begins) {
            lineage = event.text("lineage");
        }
        return lineage != null && lineage.equals(event.text("lineage"));
    }

    private void show(Item event) {
        if (task == null && event.has("task")) {
            task = event.text("task");
        }
        settled |= event.text("type").startsWith("budget.settled");
        view.show(event, known());
    }

    private @Nullable Item known() {
        try {
            return task == null ? null : server.get("/tasks/" + Server.segment(task));
        } catch (CommandFailed notYet) {
            return null;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Optional<Item> task(Instant since) throws InterruptedException {
        if (task == null) {
            task = server.get("/tasks?limit=20").items("tasks").stream()
                    .filter(item -> item.text("repository").equals(Shop.NAME))
                    .filter(item -> item.instant("createdAt")
                            .filter(at -> !at.isBefore(since))
                            .isPresent())
                    .map(item -> item.text("id"))
                    .findFirst()
                    .orElse(null);
        }
        return Optional.ofNullable(known());
    }

    private boolean complete(Item known) {
        return !known.text("state").equals("PROPOSED")
                || (settled && known.item("pullRequest").has("branch"));
    }
}
