package dev.wakeful.cli.budget;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.Table;
import java.time.Instant;
import java.util.List;

/** The budget for people: the caps, what to look at, quotes against what was spent. */
record BudgetText(Ink ink, Instant now) {

    String of(Item budget) {
        return caps(budget) + concerns(budget) + quotes(budget) + ci(budget);
    }

    private String caps(Item budget) {
        String source = budget.text("source").equals("ledger")
                ? ""
                : ink.dim("As far as the ledger's events tell. " + budget.text("ledger")) + "\n";
        if (budget.items("scopes").isEmpty()) {
            return source + "No money has been set aside in a window that is still open.\n";
        }
        Table table = new Table(ink, "SCOPE", "CAP", "IN USE", "LEFT", "USED", "BEGINS ANEW");
        for (Item each : budget.items("scopes")) {
            boolean known = each.has("capMicros");
            table.row(
                    each.text("scope"),
                    known ? Amounts.dollars(each.number("capMicros")) : "?",
                    Amounts.dollars(each.number("usedMicros")),
                    known ? Amounts.dollars(each.number("leftMicros")) : "?",
                    known ? percent(each) : "?",
                    each.text("until"));
        }
        return source + table;
    }

    private String percent(Item scope) {
        long cap = scope.number("capMicros");
        long percent = cap == 0 ? 100 : scope.number("usedMicros") * 100 / cap;
        String text = percent + " %";
        if (percent >= 90) {
            return ink.red(text);
        }
        return percent >= 50 ? ink.yellow(text) : text;
    }

    private String concerns(Item budget) {
        StringBuilder text = new StringBuilder();
        for (Item each : budget.items("alerts")) {
            boolean urgent = each.text("urgency").equals("urgent");
            if (!each.text("urgency").equals("log")) {
                text.append((urgent ? ink.red("! ") : ink.yellow("! ")) + each.number("percent") + " % of "
                        + each.text("scope") + " is in use: " + Amounts.dollars(each.number("usedMicros")) + " of "
                        + Amounts.dollars(each.number("limitMicros")) + " until " + each.text("until") + "\n");
            }
        }
        for (Item each : budget.items("tripped")) {
            text.append(ink.red("! ") + each.text("swarm") + " was paused after "
                    + Amounts.dollars(each.number("spentMicros")) + ": " + each.text("reason") + "\n");
        }
        for (Item each : budget.items("providers")) {
            if (each.flag("lost")) {
                text.append(ink.red("! ") + each.text("name") + " cannot be reached: " + each.text("reason") + "\n");
            }
        }
        return text.isEmpty() ? "" : "\n" + text;
    }

    /** BUD-9. */
    private String ci(Item budget) {
        if (budget.items("ci").isEmpty()) {
            return "";
        }
        Table table = new Table(ink, "REPOSITORY", "JOBS", "MINUTES", "AT THE WORST CASE", "SPENT");
        for (Item each : budget.items("ci")) {
            table.row(
                    each.text("repository"),
                    String.valueOf(each.number("jobs")),
                    String.valueOf(each.number("minutes")),
                    String.valueOf(each.number("unmeasuredJobs")),
                    Amounts.dollars(each.number("spentMicros")));
        }
        return "\n" + ink.bold("CI minutes that our branches caused, last 30 days") + "\n" + table;
    }

    private String quotes(Item budget) {
        List<Item> quotes = budget.items("quotes");
        if (quotes.isEmpty()) {
            return "";
        }
        Table table = new Table(ink, "REPOSITORY", "JOB", "ATTEMPTS", "EXPECTED", "SPENT", "ERROR (GOAL 10 %)");
        for (Item each : quotes) {
            String error = (each.number("errorPercent") > 0 ? "+" : "") + each.number("errorPercent") + " %";
            table.row(
                    each.text("repository"),
                    each.text("job"),
                    String.valueOf(each.number("attempts")),
                    Amounts.dollars(each.number("expectedMicros")),
                    Amounts.dollars(each.number("spentMicros")),
                    each.flag("withinGoal") ? ink.green(error) : ink.yellow(error));
        }
        return "\n" + ink.bold("Quotes against what was spent, last 30 days") + "\n" + table;
    }
}
