package dev.wakeful.cli.demo;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Ink;
import java.util.Locale;
import java.util.Map;

/**
 * One event as a line of the story.
 *
 * @param label what happened, one word
 * @param mood whether that is good
 * @param text the sentence
 */
record Line(String label, Mood mood, String text) {

    private static final Map<String, Line> KNOWN = Map.ofEntries(
            known("build.failed", "accepted", Mood.NEUTRAL),
            known("finding.raised", "diagnosed", Mood.NEUTRAL),
            known("task.planned", "decided", Mood.NEUTRAL),
            known("task.started", "dispatched", Mood.NEUTRAL),
            known("swarm.requested", "quoted", Mood.NEUTRAL),
            known("budget.reserved", "reserved", Mood.NEUTRAL),
            known("swarm.started", "started", Mood.NEUTRAL),
            known("swarm.progressed", "working", Mood.NEUTRAL),
            known("swarm.completed", "proven", Mood.GOOD),
            known("change.proposed", "proposed", Mood.GOOD),
            known("task.proposed", "offered", Mood.GOOD),
            known("budget.settled", "settled", Mood.GOOD),
            known("swarm.failed", "failed", Mood.BAD),
            known("change.refused", "refused", Mood.BAD),
            known("budget.denied", "denied", Mood.BAD),
            known("task.parked", "parked", Mood.BAD));

    /** @param task what is known of the task by now; may be empty */
    static Line of(Item event, Item task) {
        String type = event.text("type").replaceFirst("\\.v\\d+$", "");
        Line line = KNOWN.getOrDefault(type, new Line(lastWord(type), Mood.NEUTRAL, ""));
        return new Line(line.label, line.mood, event.text("summary") + more(type, task));
    }

    String painted(Ink ink) {
        String word = String.format(Locale.ROOT, "%-10s", label);
        String coloured = switch (mood) {
            case NEUTRAL -> ink.cyan(word);
            case GOOD -> ink.green(word);
            case BAD -> ink.red(word);
        };
        return coloured + "  "
                + text.replaceAll("\\bred\\b", ink.red("red")).replaceAll("\\bgreen\\b", ink.green("green"));
    }

    private static String more(String type, Item task) {
        return switch (type) {
            case "task.planned" ->
                task.items("decisions").stream()
                        .findFirst()
                        .map(first -> " Rule " + first.text("rule") + ".")
                        .orElse("");
            case "swarm.started" ->
                task.has("reactionMillis")
                        ? " Its first process ran " + task.number("reactionMillis") + " ms after the webhook."
                        : "";
            default -> "";
        };
    }

    private static String lastWord(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static Map.Entry<String, Line> known(String type, String label, Mood mood) {
        return Map.entry(type, new Line(label, mood, ""));
    }

    /** How a person should take it. */
    enum Mood {
        NEUTRAL,
        GOOD,
        BAD
    }
}
