package dev.wakeful.benchmarks.system;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every event of the system, as its dashboard shows them. */
public final class EventLog {

    private static final int PAGE = 200;

    private EventLog() {}

    /**
     * One event.
     *
     * @param lineage the cause it goes back to
     * @param task absent text when it belongs to none
     */
    public record Entry(long n, String type, String subject, Instant at, String lineage, String task, String summary) {}

    /** All events after the given number, oldest first. */
    public static List<Entry> after(Server server, long n) throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        long last = n;
        while (true) {
            List<Item> page =
                    server.get("/events?after=" + last + "&limit=" + PAGE).items("events");
            page.forEach(item -> entries.add(entry(item)));
            if (page.isEmpty()) {
                return entries;
            }
            last = entries.getLast().n();
        }
    }

    private static Entry entry(Item item) {
        return new Entry(
                item.number("n"),
                item.text("type"),
                item.text("subject"),
                item.instant("at").orElse(Instant.EPOCH),
                item.text("lineage"),
                item.text("task"),
                item.text("summary"));
    }
}
