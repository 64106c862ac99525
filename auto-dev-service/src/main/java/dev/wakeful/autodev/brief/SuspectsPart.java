package dev.wakeful.autodev.brief;

import dev.wakeful.autodev.swarm.Diagnosis;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.GitResult;
import dev.wakeful.autodev.workspace.Revisions;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Revision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Which commits may have brought the failure, with what they changed (DEV-5, needs row 9). Pure but for what it reads of the repository. */
final class SuspectsPart {

    private static final int DIFF = 16_000;
    private static final int COMMITS = 20;
    private static final int SUBJECTS = 4_000;
    private static final int WITH_DIFF = 5;
    private static final int EACH_DIFF = 3_000;

    private SuspectsPart() {}

    /** The culprit with its diff; where none is known the newest commits, the newest five of them with theirs. */
    static String of(SwarmRequested request, Revisions revisions, Work work, Fence fence) {
        Diagnosis diagnosis = work.diagnosis();
        Revision good = diagnosis == null ? request.lastGood() : diagnosis.green();
        String lastGreen = "# Suspects\n* Last green revision: " + (good == null ? "none is known" : good) + "\n* ";
        return lastGreen
                + (diagnosis == null
                        ? newest(request.revision(), revisions, fence)
                        : culprit(diagnosis, revisions, fence));
    }

    private static String culprit(Diagnosis diagnosis, Revisions revisions, Fence fence) {
        Revision culprit = diagnosis.culprit().revision();
        String subject =
                diagnosis.culprit().subject() + "\nby " + diagnosis.culprit().author();
        return (diagnosis.exact() ? "The check turned red with " : "The check turned red at or before ")
                + culprit + ", found by bisection:\n"
                + fence.around(
                        "commit",
                        subject + "\n\n" + text(revisions.diff(diagnosis.green(), culprit, DIFF)),
                        DIFF + subject.length() + 100);
    }

    private static String newest(Revision from, Revisions revisions, Fence fence) {
        List<Revision> newest = revisions.history(from, COMMITS);
        String subjects = newest.stream()
                .map(revision -> revision.abbreviated() + " "
                        + revisions.describe(revision).subject())
                .collect(Collectors.joining("\n"));
        String cut = revisions.isCutAt(newest.getLast())
                ? " The history is shallow and ends at " + newest.getLast().abbreviated()
                        + "; older commits are not here."
                : "";
        return "No culprit is known." + cut + " The last commits, the newest first:\n"
                + fence.around("commits", subjects, SUBJECTS)
                + newest.stream()
                        .limit(WITH_DIFF)
                        .map(revision -> "\n* What " + revision.abbreviated() + " changed:\n"
                                + fence.around("commit", text(revisions.patch(revision, EACH_DIFF)), EACH_DIFF + 100))
                        .collect(Collectors.joining());
    }

    private static String text(GitResult diff) {
        return new String(diff.output(), StandardCharsets.UTF_8) + (diff.complete() ? "" : "\n[the rest is left out]");
    }
}
