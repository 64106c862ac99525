package dev.wakeful.cimanager.proposal;

import dev.wakeful.events.Evidence;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request tells its reviewer (CHG-1): cause, evidence, what changed, cost, trace and how to undo it.
 *
 * @param traceId absent when nothing traced the work
 * @param machineMinute what a minute of machine time costs
 */
record Description(SwarmEvent.Completed completed, @Nullable String traceId, Money machineMinute) {

    private static final int MOST_LINES = 40;
    private static final int MOST_DIFF = 8_000;

    String markdown() {
        return Doubts.of(completed)
                + String.join(
                        "\n",
                        section("Cause", cause()),
                        section("Evidence", evidence()),
                        section("What changed", change()),
                        section("Cost and trace", cost()),
                        section("How to undo", undo()));
    }

    private static String section(String title, String text) {
        return "## " + title + "\n\n" + text.stripTrailing() + "\n";
    }

    private String cause() {
        SwarmEvent.Culprit culprit = completed.culprit();
        return culprit == null
                ? "No single commit was found to be the cause."
                : "Commit `" + culprit.revision().abbreviated() + "` by " + Markdown.inline(culprit.author(), 100)
                        + ": " + Markdown.inline(culprit.subject(), 200);
    }

    private String evidence() {
        String rows = completed.evidence().stream()
                .filter(run -> run.role() != Evidence.Role.BISECTION && run.step() == null)
                .map(Description::row)
                .collect(Collectors.joining());
        return "Run by the system itself, with the same check.\n\n"
                + "| revision | role | verdict | exit code | took | at |\n|---|---|---|---|---|---|\n"
                + rows
                + "\n" + checks()
                + outputOf(Evidence.Role.BASE, "Last lines on the base:")
                + steps();
    }

    private static String row(Evidence run) {
        return "| `" + run.revision().abbreviated() + "` | " + run.role().name().toLowerCase(Locale.ROOT) + " | **"
                + run.verdict().name().toLowerCase(Locale.ROOT) + "** | " + run.exitCode() + " | "
                + seconds(run.duration()) + " | "
                + run.at() + " |\n";
    }

    /** What the repository's pipeline said about the very head (VER-1). */
    private String steps() {
        String rows = completed.evidence().stream()
                .filter(run -> run.step() != null && run.role() == Evidence.Role.HEAD)
                .map(Description::stepRow)
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "\nSteps of the pipeline:\n\n| step | revision | verdict | took | seen |\n|---|---|---|---|---|\n"
                        + rows;
    }

    private static String stepRow(Evidence run) {
        return "| " + Markdown.inline(String.valueOf(run.step()), 40) + " | `"
                + run.revision().abbreviated() + "` | **"
                + run.verdict().name().toLowerCase(Locale.ROOT) + "** | "
                + seconds(run.duration()) + " | "
                + Markdown.inline(run.note() == null ? "" : run.note(), 300) + " |\n";
    }

    private String checks() {
        return completed.evidence().stream()
                .filter(run -> run.step() == null)
                .map(Evidence::command)
                .distinct()
                .map(command -> Markdown.fenced("sh", command))
                .collect(Collectors.joining("\n"));
    }

    private String outputOf(Evidence.Role role, String title) {
        return completed.evidence().stream()
                .filter(run ->
                        run.role() == role && run.step() == null && !run.tail().isBlank())
                .findFirst()
                .map(run -> "\n" + title + "\n\n" + Markdown.fenced("text", lastLines(run.tail())))
                .orElse("");
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }

    private String change() {
        SwarmEvent.Diff diff = completed.diff();
        boolean cut = diff.truncated() || diff.text().length() > MOST_DIFF;
        String shown = diff.text().substring(0, Math.min(MOST_DIFF, diff.text().length()));
        return "Strategy: " + Markdown.inline(completed.strategy(), 100) + ". " + diff.files() + " files, "
                + diff.added()
                + " lines added, " + diff.removed() + " removed" + (cut ? "; the diff is cut here.\n\n" : ".\n\n")
                + Markdown.fenced("diff", shown);
    }

    private String cost() {
        Duration time = completed.usage().machineTime();
        Money price = Money.micros(Math.ceilDiv(Math.multiplyExact(time.toMillis(), machineMinute.micros()), 60_000L));
        return "About " + price + " for " + seconds(time) + " of machine time.\n\n"
                + (traceId == null ? "The work was not traced." : "Trace `" + traceId + "`.");
    }

    private String undo() {
        return "This is a draft; nothing is merged. To drop it, delete its branch. After a merge, revert it:\n\n"
                + Markdown.fenced("sh", "git revert " + completed.head());
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000 + "." + duration.toMillis() % 1000 / 100 + " s";
    }
}
