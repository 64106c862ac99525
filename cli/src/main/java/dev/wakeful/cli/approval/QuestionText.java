package dev.wakeful.cli.approval;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import java.time.Duration;
import java.util.Locale;

/** One question for people: exactly what a yes is a yes to. */
record QuestionText(Ink ink) {

    String of(Item question) {
        return ink.bold(question.text("title")) + "\n"
                + line("approval", question.text("id"))
                + line("task", question.text("task") + " in " + question.text("repository"))
                + line("why", question.text("rule") + ": " + question.text("what"))
                + line("risk", question.text("risk"))
                + (question.has("swarm")
                        ? line("exactly this", question.text("call"))
                                + line("costs", "nothing beyond what the swarm has")
                        : line("costs at most", Amounts.dollars(question.number("quoteMicros")))
                                + expected(question.item("expected")))
                + state(question);
    }

    /** What such attempts cost so far (BUD-7). */
    private String expected(Item expected) {
        return expected.has("basis")
                ? line(
                        "expected",
                        Amounts.dollars(expected.number("p50Micros")) + " to "
                                + Amounts.dollars(expected.number("p90Micros")) + " in "
                                + Amounts.span(Duration.ofMillis(expected.number("p50Millis"))) + " to "
                                + Amounts.span(Duration.ofMillis(expected.number("p90Millis"))) + ", by "
                                + expected.text("basis"))
                : "";
    }

    private String state(Item question) {
        return switch (question.text("state")) {
            case "WAITING" ->
                line(
                        "expires",
                        question.text("expiresAt")
                                + (question.has("swarm")
                                        ? " (the agent is refused then)"
                                        : " (it is set aside then, never passed)"));
            case "APPROVED" -> line("state", ink.green("approved") + by(question));
            case "DENIED" -> line("state", ink.red("denied") + by(question));
            default -> line("state", ink.yellow(question.text("state").toLowerCase(Locale.ROOT)));
        };
    }

    private static String by(Item question) {
        return " by " + question.text("answeredBy") + " at " + question.text("answeredAt") + ": "
                + question.text("reason");
    }

    private String line(String name, String value) {
        return ink.dim(String.format(Locale.ROOT, "  %-14s", name)) + value + "\n";
    }
}
