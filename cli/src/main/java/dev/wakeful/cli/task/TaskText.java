package dev.wakeful.cli.task;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One task for people: head, what came out, why, the evidence, and what happened when. */
record TaskText(Ink ink) {

    private static final String SPEAKS_TO_AGENTS = "speaks-to-agents";
    private static final Set<String> LACKS_REVIEW = Set.of("not-reviewed", "review-objects");

    String of(Item task) {
        return head(task)
                + outcome(task)
                + suspicions(task)
                + decisions(task)
                + claim(task)
                + evidence(task)
                + timeline(task);
    }

    private String head(Item task) {
        Item cost = task.item("cost");
        String reaction = task.has("reactionMillis")
                ? line("reaction", task.number("reactionMillis") + " ms from webhook to work")
                : "";
        return ink.bold(task.text("title")) + "\n"
                + line("task", task.text("id"))
                + line("state", State.of(task.text("state"), ink))
                + line("repository", task.text("repository"))
                + reaction
                + line(
                        "cost",
                        Amounts.dollars(cost.number("spentMicros")) + " of "
                                + Amounts.dollars(cost.number("reservedMicros")) + " reserved"
                                + (cost.number("ciMinutes") > 0
                                        ? ", and " + Amounts.dollars(cost.number("ciMicros")) + " for "
                                                + cost.number("ciMinutes") + " min of CI on its branch"
                                        : ""))
                + stop(task.item("stop"))
                + quote(task.item("quote"))
                + optional("trace", task.text("traceId"))
                + optional("page", task.text("url"));
    }

    private String stop(Item stop) {
        return stop.has("by")
                ? line(
                        "to be ended",
                        ink.yellow("by " + stop.text("by")) + " at " + stop.text("at") + ": " + stop.text("reason"))
                : "";
    }

    private String quote(Item quote) {
        if (!quote.has("quoteMicros")) {
            return "";
        }
        String most = Amounts.dollars(quote.number("quoteMicros"));
        return line(
                "quote",
                quote.has("basis")
                        ? Amounts.dollars(quote.number("p50Micros")) + " to "
                                + Amounts.dollars(quote.number("p90Micros")) + " in "
                                + Amounts.span(Duration.ofMillis(quote.number("p50Millis"))) + " to "
                                + Amounts.span(Duration.ofMillis(quote.number("p90Millis"))) + ", by "
                                + quote.text("basis") + "; at most " + most
                        : "at most " + most + "; too few such attempts have ended to expect less");
    }

    private String outcome(Item task) {
        Item culprit = task.item("culprit");
        Item pull = task.item("pullRequest");
        Item diff = task.item("diff");
        Item failure = task.item("failure");
        return (culprit.has("revision")
                        ? line(
                                "culprit",
                                abbreviated(culprit) + " " + culprit.text("subject") + ", " + culprit.text("author"))
                        : "")
                + (pull.has("branch")
                        ? line(
                                "pull request",
                                pull.text("branch") + " into " + pull.text("base")
                                        + (pull.flag("draft") ? ", draft" : "") + "  " + pull.text("url"))
                        : "")
                + (diff.has("files")
                        ? line(
                                "change",
                                diff.number("files") + " files, " + ink.green("+" + diff.number("added")) + " "
                                        + ink.red("-" + diff.number("removed")))
                        : "")
                + (failure.has("reason")
                        ? line("failed", ink.red(failure.text("reason")) + " " + failure.text("message"))
                        : "");
    }

    /** Those by which somebody outside speaks to agents, those that are about the change, and a required review that is missing. */
    private String suspicions(Item task) {
        return section(
                        "Trusted less: text from outside speaks to agents",
                        places(task, each -> each.text("rule").equals(SPEAKS_TO_AGENTS)))
                + section(
                        "Needs a person: the checks may not show what this change does",
                        places(task, each -> weakensChecks(each.text("rule"))))
                + section(
                        "Needs a person: no second agent accepts this change",
                        places(task, each -> LACKS_REVIEW.contains(each.text("rule"))));
    }

    private static boolean weakensChecks(String rule) {
        return !rule.equals(SPEAKS_TO_AGENTS) && !LACKS_REVIEW.contains(rule);
    }

    private String places(Item task, Predicate<Item> which) {
        StringBuilder text = new StringBuilder();
        task.items("suspicions").stream().filter(which).forEach(each -> {
            text.append("  " + ink.red(each.text("rule")) + " " + each.text("path")
                    + (each.number("line") > 0 ? ":" + each.number("line") : "") + "  " + each.text("why") + "\n");
            text.append(each.text("text").isEmpty() ? "" : ink.dim("    " + each.text("text")) + "\n");
        });
        return text.toString();
    }

    private String decisions(Item task) {
        StringBuilder text = new StringBuilder();
        for (Item each : task.items("decisions")) {
            String inputs = each.texts("inputs").entrySet().stream()
                    .map(input -> input.getKey() + "=" + input.getValue())
                    .collect(Collectors.joining(", "));
            text.append("  " + ink.cyan(each.text("rule")) + " " + each.text("outcome") + "\n");
            text.append(inputs.isEmpty() ? "" : ink.dim("    because " + inputs) + "\n");
            for (Item refused : each.items("refused")) {
                text.append(ink.dim("    not " + refused.text("alternative") + ": " + refused.text("reason")) + "\n");
            }
        }
        return section("Decisions", text.toString());
    }

    /** Beside the proof, and never mistaken for it (VER-5). */
    private String claim(Item task) {
        Item claim = task.item("claim");
        return claim.has("text")
                ? section(
                        "Claimed by " + claim.text("by") + ", checked by nobody",
                        claim.text("text")
                                .lines()
                                .map(each -> "  " + each + "\n")
                                .collect(Collectors.joining()))
                : "";
    }

    private String evidence(Item task) {
        if (task.items("evidence").isEmpty()) {
            return "";
        }
        Table table = new Table(ink, "  CHECKED", "REVISION", "VERDICT", "EXIT", "TOOK", "COMMAND");
        for (Item each : task.items("evidence")) {
            table.row(
                    "  " + each.text("role").toLowerCase(Locale.ROOT)
                            + (each.has("step") ? " " + each.text("step") : ""),
                    abbreviated(each),
                    verdict(each.text("verdict")),
                    String.valueOf(each.number("exitCode")),
                    Amounts.span(Duration.ofMillis(each.number("durationMillis"))),
                    each.text("command"));
        }
        return section("Evidence, by the system itself", table.toString());
    }

    private String timeline(Item task) {
        Instant start =
                task.instant("acceptedAt").or(() -> task.instant("createdAt")).orElse(Instant.EPOCH);
        StringBuilder text = new StringBuilder();
        for (Item each : task.items("timeline")) {
            String after = each.instant("at")
                    .map(at -> Amounts.span(Duration.between(start, at)))
                    .orElse("");
            text.append(ink.dim(String.format(Locale.ROOT, "%12s", after)) + "  "
                    + String.format(Locale.ROOT, "%-12s", each.text("service")) + "  " + each.text("summary") + "\n");
        }
        return section("What happened", text.toString());
    }

    private String verdict(String verdict) {
        Map<String, String> colours = Map.of("GREEN", ink.green("green"), "RED", ink.red("red"));
        return colours.getOrDefault(verdict.toUpperCase(Locale.ROOT), ink.yellow(verdict.toLowerCase(Locale.ROOT)));
    }

    private String section(String title, String body) {
        return body.isEmpty() ? "" : "\n" + ink.bold(title) + "\n" + body;
    }

    private String optional(String name, String value) {
        return value.isEmpty() ? "" : line(name, value);
    }

    private String line(String name, String value) {
        return ink.dim(String.format(Locale.ROOT, "%-14s", name)) + value + "\n";
    }

    private static String abbreviated(Item item) {
        String revision = item.text("revision");
        return revision.length() > 10 ? revision.substring(0, 10) : revision;
    }
}
