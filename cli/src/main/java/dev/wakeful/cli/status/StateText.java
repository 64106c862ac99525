package dev.wakeful.cli.status;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The answer of {@code /api/state} for people; what is not known is said to be so. */
record StateText(Ink ink) {

    String of(Item state) {
        Item budget = state.item("budget");
        Item errors = state.item("errorsLastHour");
        return StatusText.withoutSandbox(state, ink)
                + line("status", ink.bold(state.text("status")))
                + line("mode", known(state.text("mode")))
                + line("safe mode", safeMode(state))
                + line(
                        "active swarms",
                        String.valueOf(state.items("activeSwarms").size()))
                + line("stuck swarms", String.valueOf(state.items("stuckSwarms").size()))
                + line(
                        "budget",
                        Amounts.dollars(budget.number("spentMicros")) + " spent, "
                                + Amounts.dollars(budget.number("reservedMicros")) + " reserved, "
                                + (state.has("budgetLeftMicros")
                                        ? Amounts.dollars(state.number("budgetLeftMicros")) + " left"
                                        : "what is left is not known"))
                + line("coverage", coverage(state))
                + line(
                        "last hour",
                        errors.number("deadLetters") + " dead letters, " + errors.number("failedSwarms")
                                + " failed swarms, " + errors.number("missingInstances") + " missing instances")
                + line("escalation", escalation(state.item("escalation")))
                + line(
                        "next",
                        state.has("next")
                                ? state.item("next").text("at") + " "
                                        + state.item("next").text("what")
                                : "nothing is planned")
                + list(
                        "builds",
                        state.items("builds"),
                        build -> mark(build) + " " + build.text("repository") + " " + build.text("job") + " "
                                + build.text("at"))
                + list(
                        "waiting",
                        state.items("pendingActions"),
                        task -> task.text("state").toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                                + task.text("title") + " " + task.text("task"))
                + list(
                        "decisions",
                        state.items("recentDecisions"),
                        each -> each.text("at") + " " + each.text("rule") + " " + each.text("outcome"));
    }

    private String safeMode(Item state) {
        Item stop = state.item("safeMode");
        return state.has("safeMode")
                ? ink.red("since " + stop.text("since") + " by " + stop.text("by") + ": " + stop.text("reason"))
                : "off";
    }

    private static String coverage(Item state) {
        String measured = state.items("coverage").stream()
                .map(each -> each.text("repository") + " " + each.text("percent") + " % (" + each.text("role") + " "
                        + each.text("revision").replaceAll("(?<=^.{10}).*", "") + ")")
                .collect(Collectors.joining(", "));
        return measured.isEmpty() ? "not known: no swarm's pipeline has reported any" : measured;
    }

    private String escalation(Item escalation) {
        String level = escalation.text("level").toLowerCase(Locale.ROOT);
        String reasons = escalation
                .json()
                .path("reasons")
                .valueStream()
                .map(reason -> reason.asString(""))
                .collect(Collectors.joining(", "));
        return level.isEmpty() ? "not known" : (level.equals("none") ? level : ink.red(level) + ": " + reasons);
    }

    private String mark(Item build) {
        return build.text("state").equals("passed") ? ink.green("passed") : ink.red(build.text("state"));
    }

    private static String known(String text) {
        return text.isEmpty() ? "not known" : text;
    }

    private String list(String heading, List<Item> items, Function<Item, String> words) {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            text.append(text.isEmpty() ? "\n" + ink.dim(heading) + "\n" : "")
                    .append("  ")
                    .append(words.apply(item))
                    .append('\n');
        }
        return text.toString();
    }

    private String line(String name, String value) {
        return ink.dim(String.format(Locale.ROOT, "%-14s", name)) + value + "\n";
    }
}
