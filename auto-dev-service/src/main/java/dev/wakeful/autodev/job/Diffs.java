package dev.wakeful.autodev.job;

import dev.wakeful.autodev.workspace.GitResult;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Diff;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A change as people read it: at most 64 KiB of text, and its size in numbers. */
final class Diffs {

    private static final int BYTES = 64 << 10;

    private Diffs() {}

    static Diff between(Workspace workspace, Revision base, Revision head) {
        GitResult diff = workspace.revisions().diff(base, head, BYTES);
        List<String[]> files = files(workspace, base, head);
        String text = new String(diff.output(), StandardCharsets.UTF_8).replace("\0", "");
        return new Diff(text, !diff.complete(), files.size(), sum(files, 0), sum(files, 1));
    }

    private static List<String[]> files(Workspace workspace, Revision base, Revision head) {
        return workspace.revisions().numbers(base, head).stream()
                .map(line -> line.split("\t", 3))
                .toList();
    }

    /** Git counts no lines of a binary file. */
    private static int sum(List<String[]> files, int column) {
        return files.stream()
                .map(file -> file[column])
                .filter(number -> !number.equals("-"))
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
