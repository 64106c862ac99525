package dev.wakeful.commandcenter.pages;

import dev.wakeful.commandcenter.reading.TaskDetail.PullRequest;
import java.util.List;
import java.util.regex.Pattern;

/** A command a person may copy; every part from outside is quoted for the shell. */
public record Command(String purpose, String text) {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /** How to look at a proposed change, take it or refuse it with Git alone; {@code path} is the repository's directory. */
    public static List<Command> forReview(String path, PullRequest change) {
        String git = "git -C " + quoted(path);
        return List.of(
                new Command("Look at it", git + " diff " + quoted(change.base()) + "..." + quoted(change.head())),
                new Command("Try it", git + " worktree add --detach ../wakeful-review " + quoted(change.head())),
                new Command(
                        "Take exactly what was proven",
                        git + " switch " + quoted(change.base()) + " && " + git + " merge --no-ff "
                                + quoted(change.head())),
                new Command("Refuse it", git + " branch -D " + quoted(change.branch())));
    }

    private static String quoted(String word) {
        boolean plain = HARMLESS.matcher(word).matches() && !word.startsWith("-");
        return plain ? word : "'" + PlainText.of(word).replace("'", "'\\''") + "'";
    }
}
