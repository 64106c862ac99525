package dev.wakeful.cli.event;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Ink;

/**
 * What became of a delivery that was taken.
 *
 * @param word the receiver's own word, for example {@code accepted} or {@code duplicate}
 */
record Verdict(String word) {

    static Verdict of(Item answer) {
        return new Verdict(answer.has("verdict") ? answer.text("verdict") : "accepted");
    }

    String line(Ink ink, String event, String delivery) {
        boolean accepted = word.equals("accepted");
        return (accepted ? ink.green(word) : ink.yellow(word)) + " " + event + ", delivery " + delivery + meaning()
                + "\n";
    }

    private String meaning() {
        return switch (word) {
            case "duplicate" -> ": it was here before, nothing happened now";
            case "ignored" -> ": it tells nothing that Wakeful acts on";
            case "unmatched" ->
                ": nobody watches its repository; it is handled once you add it with `wakeful repo add PATH --name"
                        + " OWNER/NAME --check CMD`";
            case "own-branch" -> ": it is about a branch that Wakeful made itself";
            default -> "";
        };
    }
}
