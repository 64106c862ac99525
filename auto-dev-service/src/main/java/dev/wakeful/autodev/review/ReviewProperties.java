package dev.wakeful.autodev.review;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether a second agent looks at what was proven before it is offered.
 *
 * @param policy what a missing review, or an objection, means
 * @param reviewers names of agents, tried in this order until one comes to a verdict; an objection is not put to the next one
 * @param independence from whom the reviewer has to be another one than whoever made the change
 */
@ConfigurationProperties("wakeful.auto-dev.review")
public record ReviewProperties(Policy policy, List<String> reviewers, Independence independence) {

    public ReviewProperties {
        reviewers = reviewers.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** What is done with a second opinion. */
    public enum Policy {
        /** Nobody is asked. */
        OFF,
        /** It is told to people, and so is that it could not be had. */
        ASKED,
        /** Besides, a change that nobody accepted goes to a person with the reason. */
        REQUIRED
    }

    /** What makes a reviewer another one than the author. */
    public enum Independence {
        /** Another agent by its name. */
        AGENT,
        /** Another model too; where one of the two is not known, that is not seen. */
        MODEL
    }
}
