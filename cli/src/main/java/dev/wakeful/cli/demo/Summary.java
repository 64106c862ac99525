package dev.wakeful.cli.demo;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Amounts;
import dev.wakeful.cli.terminal.Ink;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came out, for people and as the JSON document that scripts rely on. */
record Summary(Proof proof, Duration toTheEnd, Duration elapsed, URI dashboard, boolean kept) {

    Map<String, Object> json() {
        Item pull = proof.pullRequest();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", proof.objections().isEmpty());
        json.put("culprit", proof.culprit());
        json.put("expectedCulprit", proof.shop().culprit());
        Map<String, Object> pullRequest = new LinkedHashMap<>();
        for (String field : List.of("id", "branch", "base", "head", "url")) {
            pullRequest.put(field, pull.text(field));
        }
        pullRequest.put("draft", pull.flag("draft"));
        json.put("pullRequest", pullRequest);
        json.put("verification", verification());
        json.put("reactionMillis", task().number("reactionMillis"));
        json.put("elapsedSeconds", elapsed.toMillis() / 1000.0);
        json.put("traceId", task().text("traceId"));
        json.put("costMicros", task().item("cost").number("spentMicros"));
        json.put("task", task().text("id"));
        json.put("repository", proof.shop().directory().toString());
        json.put("dashboard", dashboard.toString());
        json.put("objections", proof.objections());
        return json;
    }

    private Map<String, Object> verification() {
        Map<String, Object> verification = new LinkedHashMap<>();
        verification.put("base", proof.verdict("BASE"));
        verification.put("head", proof.verdict("HEAD"));
        verification.put(
                "command",
                proof.evidence("HEAD").map(each -> each.text("command")).orElse(""));
        verification.put(
                "checkedAgain", proof.recheck().baseRed() && proof.recheck().headGreen());
        return verification;
    }

    String text(Ink ink) {
        Item culprit = task().item("culprit");
        Item pull = proof.pullRequest();
        Item cost = task().item("cost");
        StringBuilder text = new StringBuilder("\n");
        line(
                text,
                ink,
                "culprit",
                ink.yellow(shorten(proof.culprit())) + "  " + culprit.text("subject") + ", " + culprit.text("author"));
        line(
                text,
                ink,
                "pull request",
                ink.green(pull.text("branch")) + " into " + pull.text("base") + (pull.flag("draft") ? ", draft" : ""));
        line(
                text,
                ink,
                "evidence",
                painted(ink, proof.verdict("BASE")) + " on the base "
                        + shorten(proof.shop().head()) + ", " + painted(ink, proof.verdict("HEAD")) + " on the head "
                        + shorten(pull.text("head")) + ", by `" + Shop.CHECK + "`; checked again by this command");
        line(
                text,
                ink,
                "cost",
                Amounts.dollars(cost.number("spentMicros")) + " of " + Amounts.dollars(cost.number("reservedMicros"))
                        + " reserved");
        line(
                text,
                ink,
                "time",
                ink.bold(task().number("reactionMillis") + " ms") + " from webhook to work, " + Amounts.span(toTheEnd)
                        + " to the end, " + Amounts.span(elapsed) + " with starting the system");
        line(text, ink, "trace", task().text("traceId"));
        line(
                text,
                ink,
                "dashboard",
                dashboard + (kept ? "" : ink.dim("  (ends with this command; --keep leaves it running)")));
        line(text, ink, "look at it", "git -C " + proof.shop().directory() + " show " + pull.text("branch"));
        return text.toString();
    }

    /** What is not as promised, for people. */
    String objections(Ink ink) {
        StringBuilder text = new StringBuilder();
        proof.objections().forEach(objection -> text.append(ink.red("  not so: ") + objection + "\n"));
        return text.toString();
    }

    private Item task() {
        return proof.task();
    }

    private static void line(StringBuilder text, Ink ink, String name, String value) {
        text.append("  " + ink.dim(String.format(Locale.ROOT, "%-14s", name)) + value + "\n");
    }

    private static String painted(Ink ink, String verdict) {
        return switch (verdict) {
            case "red" -> ink.red(verdict);
            case "green" -> ink.green(verdict);
            default -> ink.yellow(verdict);
        };
    }

    private static String shorten(String revision) {
        return revision.length() > 10 ? revision.substring(0, 10) : revision;
    }
}
