package dev.wakeful.autodev.brief;

import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.check.Verdicts;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What failed: where in CI, what CI says of it, and what was seen here (DEV-5, needs row 9). */
@Component
class FailurePart {

    private static final int LOG = 16_000;
    private static final int EXCERPT = 6_000;
    private static final int NOT_THERE = 3_000;

    private final Verdicts verdicts;
    private final Artefacts artefacts;

    FailurePart(Verdicts verdicts, Artefacts artefacts) {
        this.verdicts = verdicts;
        this.artefacts = artefacts;
    }

    String of(Claim claim, Fence fence) {
        SwarmRequested request = claim.request();
        Failure expected = request.expected();
        List<String> told = new ArrayList<>();
        told.add("# Failure\n* Failing revision: " + request.revision());
        told.add("* On the branch:\n" + fence.around("branch name", request.branch(), 200));
        told.add("* CI job that reported it:\n" + fence.around("job name", request.job(), 200));
        add(told, "Its step that failed", request.step(), fence, "step name", 200);
        add(told, "CI's page of this run", request.url(), fence, "run address", 500);
        add(told, "First failing test, as CI says", expected.test(), fence, "test name", 400);
        counts(expected).ifPresent(told::add);
        add(told, "First error, as CI says", expected.error(), fence, "error", 1_000);
        add(told, "The failing lines of CI's log", excerpt(expected), fence, "CI log", EXCERPT);
        base(claim)
                .flatMap(base -> Optional.ofNullable(base.note()))
                .ifPresent(words -> told.add(
                        "* What the repository names and your copy does not hold. None of it can be fetched, and a change"
                                + " with a file below a submodule's directory is refused:\n"
                                + fence.around("paths", words, NOT_THERE)));
        base(claim)
                .ifPresent(base -> told.add("* Run here, the check ended with exit code " + base.exitCode() + " after "
                        + base.duration().toSeconds() + " s and said:\n" + fence.around("log", log(claim, base), LOG)));
        return String.join("\n", told);
    }

    private static void add(
            List<String> told, String what, @Nullable String text, Fence fence, String source, int most) {
        if (text != null && !text.isBlank()) {
            told.add("* " + what + ":\n" + fence.around(source, text, most));
        }
    }

    private static Optional<String> counts(Failure expected) {
        return Optional.ofNullable(expected.failing())
                .map(failing -> "* Failing tests, as CI counts: " + failing
                        + (expected.total() == null ? "" : " of " + expected.total()));
    }

    private static @Nullable String excerpt(Failure expected) {
        return expected.excerpt().isEmpty() ? null : String.join("\n", expected.excerpt());
    }

    private Optional<Evidence> base(Claim claim) {
        return verdicts.of(claim.id()).stream()
                .filter(evidence -> evidence.role() == Role.BASE)
                .findFirst();
    }

    /** The failing revision is the first that is checked, so its log is the first one. */
    private String log(Claim claim, Evidence base) {
        List<String> lines = artefacts.lines(claim.id(), 1);
        return lines.isEmpty() ? base.tail() : LogExcerpt.of(lines);
    }
}
