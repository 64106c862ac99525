package dev.wakeful.cli.status;

import dev.wakeful.cli.emergency.SafetyText;
import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer of {@code /api/status} for people: a few lines, then the services, then what needs somebody. */
record StatusText(Ink ink, Instant now) {

    String of(Item status) {
        return SafetyText.of(status.item("safety"), ink) + head(status) + "\n" + services(status) + needs(status);
    }

    private String head(Item status) {
        Item swarms = status.item("swarms");
        Item budget = status.item("budget");
        String up = status.instant("startedAt")
                .map(start -> ", up for " + Amounts.span(Duration.between(start, now)))
                .orElse("");
        return ink.bold("wakeful " + status.text("version")) + ", mode " + ink.cyan(status.text("mode")) + up + "\n"
                + line("tasks", tasks(status))
                + line(
                        "swarms",
                        swarms.number("running") + " running, " + swarms.number("completed") + " completed, "
                                + swarms.number("failed") + " failed")
                + line(
                        "budget",
                        Amounts.dollars(budget.number("spentMicros")) + " spent, "
                                + Amounts.dollars(budget.number("reservedMicros")) + " reserved")
                + line("repositories", String.valueOf(status.number("repositories")));
    }

    private static String tasks(Item status) {
        String states = status.texts("tasks").entrySet().stream()
                .filter(state -> !state.getValue().equals("0"))
                .map(state -> state.getValue() + " "
                        + state.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return states.isEmpty() ? "none" : states;
    }

    private String services(Item status) {
        Table table = new Table(ink, "SERVICE", "STATE", "LAST BEAT");
        for (Item each : status.items("services")) {
            boolean isUp = each.text("state").equals("up");
            table.row(
                    each.text("service"),
                    isUp ? ink.green("up") : ink.red(each.text("state")),
                    each.instant("lastBeat").map(beat -> Amounts.age(beat, now)).orElse("never"));
        }
        return table.toString();
    }

    private String needs(Item status) {
        StringBuilder text = new StringBuilder();
        if (status.number("deadLetters") > 0) {
            text.append(ink.red("! ") + status.number("deadLetters") + " dead letters: see the dashboard\n");
        }
        for (Item each : status.items("unmatched")) {
            text.append(ink.yellow("! ") + "events for unknown repository " + each.text("repository") + ": "
                    + each.text("hint") + "\n");
        }
        return text.isEmpty() ? "" : "\n" + text;
    }

    private String line(String name, String value) {
        return ink.dim(String.format(Locale.ROOT, "%-14s", name)) + value + "\n";
    }
}
