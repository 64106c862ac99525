package dev.wakeful.commandcenter.pages;

import dev.wakeful.commandcenter.reading.TaskDetail.EvidenceItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the system saw itself: the failing revision, the offered one, and what it tried in between (VER-2).
 *
 * @param base the newest check of the failing revision
 * @param head the newest check of the offered revision
 * @param steps of the repository's pipeline on the offered revision (VER-1)
 * @param verdict one sentence on what that proves
 */
public record Proof(
        @Nullable EvidenceItem base,
        @Nullable EvidenceItem head,
        List<EvidenceItem> bisection,
        List<EvidenceItem> steps,
        boolean proven,
        String verdict) {

    public Proof {
        bisection = List.copyOf(bisection);
        steps = List.copyOf(steps);
    }

    public static Proof of(List<EvidenceItem> evidence) {
        @Nullable EvidenceItem base = newest(evidence, "BASE").orElse(null);
        @Nullable EvidenceItem head = newest(evidence, "HEAD").orElse(null);
        boolean proven = base != null
                && head != null
                && base.verdict().equals("RED")
                && head.verdict().equals("GREEN")
                && base.command().equals(head.command());
        return new Proof(
                base,
                head,
                evidence.stream()
                        .filter(each -> each.role().equals("BISECTION"))
                        .toList(),
                steps(evidence, head),
                proven,
                verdict(base, head, proven));
    }

    private static Optional<EvidenceItem> newest(List<EvidenceItem> evidence, String role) {
        return evidence.stream()
                .filter(each -> each.role().equals(role) && each.step() == null)
                .reduce((earlier, later) -> later);
    }

    /** Green on another revision is not green (VER-4), so the steps shown are of the very head. */
    private static List<EvidenceItem> steps(List<EvidenceItem> evidence, @Nullable EvidenceItem head) {
        return head == null
                ? List.of()
                : evidence.stream()
                        .filter(each -> each.step() != null
                                && each.role().equals("HEAD")
                                && each.revision().equals(head.revision()))
                        .toList();
    }

    private static String verdict(@Nullable EvidenceItem base, @Nullable EvidenceItem head, boolean proven) {
        if (proven) {
            return "Proven: the same check is red before the change and green after it.";
        }
        if (base == null) {
            return "Nothing is proven yet: no check has been run.";
        }
        if (head == null) {
            return base.verdict().equals("RED")
                    ? "The failure is real: the check is red on the failing revision. No change is proven."
                    : "The failure was not seen here: the check is "
                            + base.verdict().toLowerCase(java.util.Locale.ROOT) + " on the failing revision.";
        }
        return "Not proven: the two runs do not show the same check going from red to green.";
    }
}
