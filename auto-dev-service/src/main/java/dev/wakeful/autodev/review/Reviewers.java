package dev.wakeful.autodev.review;

import dev.wakeful.autodev.agent.run.Agent;
import dev.wakeful.autodev.agent.run.Agents;
import dev.wakeful.autodev.review.ReviewProperties.Independence;
import dev.wakeful.autodev.swarm.StrategyName;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may be asked, in order, and why somebody may not be asked about a certain author's work. */
@Component
class Reviewers {

    private final List<Agent> all;
    private final Agents agents;
    private final Independence independence;

    /** @throws IllegalArgumentException when a reviewer is no agent of this installation */
    Reviewers(ReviewProperties properties, Agents agents) {
        this.all = properties.reviewers().stream()
                .map(name -> agents.named(name)
                        .orElseThrow(() -> new IllegalArgumentException("wakeful.auto-dev.review.reviewers names '"
                                + name + "', which is not one of wakeful.auto-dev.agents")))
                .toList();
        this.agents = agents;
        this.independence = properties.independence();
    }

    List<Agent> all() {
        return all;
    }

    /** What is in the way of a second opinion that is one; a strategy without a model is nobody's. */
    Optional<String> against(Agent reviewer, StrategyName author) {
        if (!author.isAgent()) {
            return Optional.empty();
        }
        if (reviewer.name().equals(author.value())) {
            return Optional.of("made the change itself");
        }
        return switch (independence) {
            case AGENT -> Optional.empty();
            case MODEL -> sameModel(reviewer, agents.named(author.value()).map(Reviewers::model));
        };
    }

    private static Optional<String> sameModel(Agent reviewer, Optional<String> author) {
        String own = model(reviewer);
        if (own.isBlank() || author.filter(name -> !name.isBlank()).isEmpty()) {
            return Optional.of("may use the same model as whoever made the change: not both are named");
        }
        return author.filter(own::equals).map(model -> "uses the model of whoever made the change, " + model);
    }

    private static String model(Agent agent) {
        return agent.settings().model();
    }
}
