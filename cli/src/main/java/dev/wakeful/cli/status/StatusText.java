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
                + mode(status)
                + line("tasks", tasks(status))
                + line(
                        "swarms",
                        swarms.number("running") + " running, " + swarms.number("completed") + " completed, "
                                + swarms.number("failed") + " failed")
                + line(
                        "budget",
                        Amounts.dollars(budget.number("spentMicros")) + " spent, "
                                + Amounts.dollars(budget.number("reservedMicros")) + " reserved")
                + left(status)
                + line("repositories", String.valueOf(status.number("repositories")));
    }

    private String mode(Item status) {
        Item stance = status.item("stance");
        String until = stance.has("until") ? " until " + stance.text("until") : "";
        return stance.has("reason") ? line("mode", stance.text("mode") + until + ": " + stance.text("reason")) : "";
    }

    private String left(Item status) {
        String left = status.items("scopes").stream()
                .filter(scope -> scope.has("leftMicros") && !scope.text("kind").equals("swarm"))
                .map(scope -> Amounts.dollars(scope.number("leftMicros")) + " of " + scope.text("scope"))
                .limit(4)
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? "" : line("left", left);
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
        text.append(withoutSandbox(status, ink));
        if (status.number("approvals") > 0) {
            text.append(ink.yellow("! ") + status.number("approvals")
                    + (status.number("approvals") == 1 ? " question waits" : " questions wait")
                    + " for an answer: wakeful approvals\n");
        }
        for (Item each : status.items("alerts")) {
            if (each.number("percent") >= 75) {
                text.append((each.text("urgency").equals("urgent") ? ink.red("! ") : ink.yellow("! "))
                        + each.number("percent") + " % of " + each.text("scope") + " is in use: wakeful budget\n");
            }
        }
        if (status.number("deadLetters") > 0) {
            text.append(ink.red("! ") + status.number("deadLetters") + " dead letters: see the dashboard\n");
        }
        for (Item each : status.items("unmatched")) {
            text.append(ink.yellow("! ") + "events for unknown repository " + each.text("repository") + ": "
                    + each.text("hint") + "\n");
        }
        return text.isEmpty() ? "" : "\n" + text;
    }

    /** A warning where nothing holds what repositories and agents run (DEV-4); else nothing. */
    static String withoutSandbox(Item answer, Ink ink) {
        String instances = answer.json()
                .path("withoutSandbox")
                .valueStream()
                .map(name -> name.asString(""))
                .collect(Collectors.joining(", "));
        return instances.isEmpty()
                ? ""
                : ink.red("! no sandbox: ") + instances
                        + " runs commands of repositories and agents with all rights of its own process\n";
    }

    private String line(String name, String value) {
        return ink.dim(String.format(Locale.ROOT, "%-14s", name)) + value + "\n";
    }
}
