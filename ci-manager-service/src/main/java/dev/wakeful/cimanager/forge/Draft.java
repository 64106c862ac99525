package dev.wakeful.cimanager.forge;

import dev.wakeful.events.Revision;
import dev.wakeful.events.TaskId;
import java.util.regex.Pattern;

/**
 * A pull request to be opened (CHG-1).
 *
 * @param branch the new branch, {@code wakeful/<task>}
 * @param target the branch it is to be merged into; text from outside, never part of a command
 * @param base the revision the change stands on
 * @param head the exact revision that was proven
 * @param body Markdown
 */
public record Draft(
        TaskId task, String branch, String target, Revision base, Revision head, String title, String body) {

    private static final Pattern BRANCH = Pattern.compile("wakeful/[A-Za-z0-9][A-Za-z0-9-]{0,150}");

    public Draft {
        if (!BRANCH.matcher(branch).matches()) {
            throw new ChangeRefused("'" + branch + "' cannot be a branch of this system: it must match " + BRANCH);
        }
    }

    /** The same with another text. */
    public Draft saying(String text) {
        return new Draft(task, branch, target, base, head, title, text);
    }

    /** The one branch of a task. */
    public static String branchOf(TaskId task) {
        return "wakeful/" + task.value();
    }
}
