package dev.wakeful.cli.demo;

import dev.wakeful.cli.server.Item;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the system did its main job: found the culprit, proved the fix and offered it as a draft (VER-2, CHG-1). Pure.
 *
 * @param task the task as the system shows it
 * @param recheck what this command saw for itself
 */
record Proof(Shop shop, Item task, Recheck recheck) {

    String culprit() {
        return task.item("culprit").text("revision");
    }

    Item pullRequest() {
        return task.item("pullRequest");
    }

    /** The system's own run of the check in that role. */
    Optional<Item> evidence(String role) {
        return task.items("evidence").stream()
                .filter(each -> each.text("role").equalsIgnoreCase(role))
                .reduce((first, second) -> second);
    }

    /** Red, green, or missing. */
    String verdict(String role) {
        return evidence(role)
                .map(each -> each.text("verdict").toLowerCase(Locale.ROOT))
                .orElse("missing");
    }

    /** Everything that is not as promised, one sentence each; empty when the job is done. */
    List<String> objections() {
        Item pull = pullRequest();
        String head = pull.text("head");
        return Stream.of(
                        unless(
                                culprit().equals(shop.culprit()),
                                "The culprit is " + shop.culprit() + ", the system says "
                                        + (culprit().isEmpty() ? "nothing" : culprit()) + "."),
                        unless(pull.has("branch"), "There is no pull request; " + standing()),
                        unless(pull.flag("draft"), "The pull request is not a draft."),
                        unless(
                                !head.isEmpty() && recheck.branchHead().equals(head),
                                "The pull request's branch does not point to its head in the repository."),
                        unless(verdict("BASE").equals("red"), "The system has not seen the check red on the base."),
                        unless(verdict("HEAD").equals("green"), "The system has not seen the check green on the head."),
                        unless(
                                revision("BASE").equals(shop.head())
                                        && revision("HEAD").equals(head),
                                "The evidence is about other revisions than the reported one and the offered one."),
                        unless(
                                command("BASE").equals(command("HEAD")),
                                "Base and head were checked by different commands."),
                        unless(recheck.baseRed(), "Run again by this command, the check is not red on the base."),
                        unless(recheck.headGreen(), "Run again by this command, the check is not green on the head."))
                .flatMap(Optional::stream)
                .toList();
    }

    private String standing() {
        Item failure = task.item("failure");
        String state = "the task is " + task.text("state");
        return state
                + (failure.has("reason") ? " (" + failure.text("reason") + ": " + failure.text("message") + ")" : "")
                + ".";
    }

    private String revision(String role) {
        return evidence(role).map(each -> each.text("revision")).orElse("");
    }

    private String command(String role) {
        return evidence(role).map(each -> each.text("command")).orElse("");
    }

    private static Optional<String> unless(boolean holds, String objection) {
        return holds ? Optional.empty() : Optional.of(objection);
    }
}
