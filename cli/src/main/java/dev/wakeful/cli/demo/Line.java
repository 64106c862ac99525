package dev.wakeful.cli.demo;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Ink;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One event as a line of the story.
 *
 * @param label what happened, one word
 * @param mood whether that is good
 * @param text the sentence
 */
record Line(String label, Mood mood, String text) {

    private static final int LONGEST = 118;

    /** Each is followed at once by another that says the same to a spectator. */
    private static final Set<String> SILENT = Set.of("swarm.requested", "task.proposed");

    private static final Map<String, Line> KNOWN = Map.ofEntries(
            known("build.failed", "accepted", Mood.NEUTRAL),
            known("finding.raised", "diagnosed", Mood.NEUTRAL),
            known("task.planned", "decided", Mood.NEUTRAL),
            known("task.started", "dispatched", Mood.NEUTRAL),
            known("budget.reserved", "reserved", Mood.NEUTRAL),
            known("swarm.started", "started", Mood.NEUTRAL),
            known("swarm.progressed", "working", Mood.NEUTRAL),
            known("swarm.completed", "proven", Mood.GOOD),
            known("change.proposed", "proposed", Mood.GOOD),
            known("budget.settled", "settled", Mood.GOOD),
            known("swarm.failed", "failed", Mood.BAD),
            known("change.refused", "refused", Mood.BAD),
            known("budget.denied", "denied", Mood.BAD),
            known("task.parked", "parked", Mood.BAD));

    /** Whether the event is worth a line. */
    static boolean worthy(Item event) {
        return !SILENT.contains(type(event));
    }

    /** @param task what is known of the task by now; may be empty */
    static Line of(Item event, Item task) {
        String type = type(event);
        Line line = KNOWN.getOrDefault(type, new Line(lastWord(type), Mood.NEUTRAL, ""));
        return new Line(line.label, line.mood, cut(rule(type, task) + event.text("summary") + reaction(type, task)));
    }

    String painted(Ink ink) {
        String word = String.format(Locale.ROOT, "%-10s", label);
        String coloured = switch (mood) {
            case NEUTRAL -> ink.cyan(word);
            case GOOD -> ink.green(word);
            case BAD -> ink.red(word);
        };
        return coloured + "  "
                + text.replaceAll("\\b([Rr]ed)\\b", ink.red("$1")).replaceAll("\\b([Gg]reen)\\b", ink.green("$1"));
    }

    private static String rule(String type, Item task) {
        return task.items("decisions").stream()
                .filter(decision -> type.equals("task.planned"))
                .findFirst()
                .map(decision -> "Rule " + decision.text("rule") + ". ")
                .orElse("");
    }

    private static String reaction(String type, Item task) {
        return type.equals("swarm.started") && task.has("reactionMillis")
                ? " Its first process ran " + task.number("reactionMillis") + " ms after the webhook."
                : "";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String type(Item event) {
        return event.text("type").replaceFirst("\\.v\\d+$", "");
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
