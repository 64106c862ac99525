package dev.wakeful.autodev.review;

import dev.wakeful.autodev.review.Opinion.Verdict;
import dev.wakeful.autodev.review.ReviewProperties.Policy;
import dev.wakeful.autodev.swarm.Review;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.stream.Collectors;

/** What opinions mean by the policy: a review never proves anything, and where it is required its lack is never silent. Pure. */
final class Judging {

    private static final int LONGEST = 300;

    private Judging() {}

    static Review of(Policy policy, List<Opinion> opinions) {
        return switch (policy) {
            case OFF -> Review.NONE;
            case ASKED -> new Review(words(opinions), List.of());
            case REQUIRED -> new Review(words(opinions), missing(opinions));
        };
    }

    private static String words(List<Opinion> opinions) {
        return opinions.stream().map(Opinion::words).collect(Collectors.joining("\n"));
    }

    private static List<Suspicion> missing(List<Opinion> opinions) {
        if (opinions.stream().anyMatch(each -> each.verdict() == Verdict.ACCEPTED)) {
            return List.of();
        }
        return List.of(opinions.stream()
                .filter(each -> each.verdict() == Verdict.OBJECTED)
                .findFirst()
                .map(Judging::objection)
                .orElseGet(() -> notReviewed(opinions)));
    }

    private static Suspicion objection(Opinion opinion) {
        return new Suspicion(
                Suspicion.REVIEW_OBJECTS,
                "",
                0,
                cut(opinion.said()),
                "A second agent has to accept the change, and " + opinion.reviewer()
                        + " objects. Its words are a claim.");
    }

    private static Suspicion notReviewed(List<Opinion> opinions) {
        String why = opinions.isEmpty()
                ? "none is set up (wakeful.auto-dev.review.reviewers)"
                : opinions.stream()
                        .map(each -> each.reviewer() + " " + each.why())
                        .collect(Collectors.joining("; "));
        String said = opinions.stream()
                .map(Opinion::said)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        return new Suspicion(
                Suspicion.NOT_REVIEWED, "", 0, cut(said), "A second agent has to accept the change: " + why + ".");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
