package dev.wakeful.autodev.job;

import dev.wakeful.autodev.workspace.ChangeSize;
import dev.wakeful.autodev.workspace.GitResult;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Diff;
import java.nio.charset.StandardCharsets;

/** A change as people read it: at most 64 KiB of text, and its size in numbers. */
final class Diffs {

    private static final int BYTES = 64 << 10;

    private Diffs() {}

    static Diff between(Workspace workspace, Revision base, Revision head) {
        GitResult diff = workspace.revisions().diff(base, head, BYTES);
        ChangeSize size = workspace.revisions().size(base, head);
        String text = new String(diff.output(), StandardCharsets.UTF_8).replace("\0", "");
        return new Diff(text, !diff.complete(), size.files(), size.added(), size.removed());
    }
}
