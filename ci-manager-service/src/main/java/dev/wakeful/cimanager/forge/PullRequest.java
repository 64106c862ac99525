package dev.wakeful.cimanager.forge;

import dev.wakeful.events.Revision;
import dev.wakeful.events.TaskId;

/**
 * A pull request as its forge has it.
 *
 * @param id the forge's name of it within the repository
 * @param branch the branch it was opened from
 * @param target the branch it is to be merged into
 * @param base the revision the change stands on
 * @param head the revision it was opened with
 * @param body Markdown
 */
public record PullRequest(
        String id,
        TaskId task,
        String branch,
        String target,
        Revision base,
        Revision head,
        boolean draft,
        String title,
        String body) {}
