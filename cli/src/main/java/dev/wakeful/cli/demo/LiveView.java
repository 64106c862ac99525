package dev.wakeful.cli.demo;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the story as it happens: relative time, one word, one sentence. */
final class LiveView {

    private final PrintWriter out;
    private final Ink ink;
    private Instant zero = Instant.EPOCH;
    private String last = "the beginning";

    LiveView(PrintWriter out, Ink ink) {
        this.out = out;
        this.ink = ink;
    }

    void title(String text) {
        line("\n" + ink.bold("wakeful demo") + "  " + ink.dim(text) + "\n");
    }

    /** Something the demonstration itself did. */
    void did(Duration elapsed, String label, String text) {
        print(Amounts.span(elapsed), ink.dim(String.format(Locale.ROOT, "%-10s", label)) + "  " + text);
        last = text;
    }

    /** From now on times count from this moment. */
    void startAt(Instant moment) {
        zero = moment;
        line("");
    }

    /** @param task what is known of the task by now, if anything */
    void show(Item event, @Nullable Item task) {
        Line line = Line.of(event, task == null ? event : task);
        String after = event.instant("at")
                .map(at -> "+" + Amounts.span(Duration.between(zero, at)))
                .orElse("");
        print(after, line.painted(ink));
        last = line.text();
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** What was shown last. */
    String last() {
        return last;
    }

    private void print(String time, String rest) {
        line(ink.dim(String.format(Locale.ROOT, "%10s", time)) + "  " + rest);
    }
}
