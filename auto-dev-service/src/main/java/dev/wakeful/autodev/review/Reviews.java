package dev.wakeful.autodev.review;

import dev.wakeful.autodev.agent.run.Agent;
import dev.wakeful.autodev.agent.run.AgentRun;
import dev.wakeful.autodev.agent.run.AgentRuns;
import dev.wakeful.autodev.brief.Brief;
import dev.wakeful.autodev.brief.Briefs;
import dev.wakeful.autodev.brief.Flags;
import dev.wakeful.autodev.review.Opinion.Verdict;
import dev.wakeful.autodev.review.ReviewProperties.Policy;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Review;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.autodev.workspace.Workspaces;
import dev.wakeful.events.SwarmEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Asks reviewers for their opinion of a proven change that somebody else made, in order, until one has a verdict. Each sees the change in a tree
 * of its own, which is thrown away, and is asked once. Their words go to people, marked as a claim; a review that cannot be had, whatever the
 * reason, costs no change its proof.
 */
@Component
public class Reviews {

    private final Policy policy;
    private final Reviewers reviewers;
    private final AgentRuns runs;
    private final Asked asked;
    private final Workspaces workspaces;

    Reviews(ReviewProperties properties, Reviewers reviewers, AgentRuns runs, Asked asked, Workspaces workspaces) {
        this.policy = properties.policy();
        this.reviewers = reviewers;
        this.runs = runs;
        this.asked = asked;
        this.workspaces = workspaces;
    }

    /** What the policy makes of what reviewers say. */
    public Review of(Claim claim, Candidate candidate) {
        return policy == Policy.OFF ? Review.NONE : Judging.of(policy, opinions(claim, candidate));
    }

    /** Nobody is asked after a verdict: an objection is not put to one reviewer after the other until somebody likes the change. */
    private List<Opinion> opinions(Claim claim, Candidate candidate) {
        List<Opinion> said = new ArrayList<>();
        for (Agent reviewer : reviewers.all()) {
            Opinion opinion = asked.once(claim, candidate, reviewer, () -> opinion(claim, candidate, reviewer));
            said.add(opinion);
            if (opinion.verdict() != Verdict.NONE) {
                break;
            }
        }
        return said;
    }

    private Opinion opinion(Claim claim, Candidate candidate, Agent reviewer) {
        return reviewers
                .against(reviewer, candidate.strategy())
                .map(why -> Opinion.none(reviewer.name(), why, ""))
                .orElseGet(() -> run(claim, candidate, reviewer));
    }

    /** The change is proven already: that there was no time for an opinion is no reason to lose it. */
    private Opinion run(Claim claim, Candidate candidate, Agent reviewer) {
        try {
            claim.requireTime();
            Workspace workspace = workspaces.lane(claim, new StrategyName(lane(reviewer)));
            workspace.standAt(candidate.head());
            AgentRun run = runs.run(
                    claim,
                    workspace,
                    reviewer,
                    asked.brief(claim, workspace, candidate).text(),
                    null);
            runs.settle(claim, reviewer);
            return Opinion.of(reviewer.name(), run.end());
        } catch (CannotGoOn e) {
            String why = e.reason() == Reason.TIME_LIMIT
                    ? "was not done when the swarm's time was over"
                    : "could not be asked: " + e.explanation();
            return Opinion.none(reviewer.name(), why, "");
        }
    }

    /** Names of lanes are as long as those of strategies. */
    private static String lane(Agent reviewer) {
        String lane = "review-" + reviewer.name();
        return lane.length() <= 40 ? lane : lane.substring(0, 40);
    }

    /** What was asked and answered before a crash, and what is asked. */
    @Component
    static class Asked {

        private final Opinions opinions;
        private final Briefs briefs;
        private final Flags flags;

        Asked(Opinions opinions, Briefs briefs, Flags flags) {
            this.opinions = opinions;
            this.briefs = briefs;
            this.flags = flags;
        }

        Opinion once(Claim claim, Candidate candidate, Agent reviewer, Supplier<Opinion> asking) {
            return opinions.of(claim.id(), candidate.head(), reviewer.name()).orElseGet(() -> {
                Opinion opinion = asking.get();
                claim.commit(() -> opinions.keep(claim.id(), candidate.head(), opinion));
                return opinion;
            });
        }

        Brief brief(Claim claim, Workspace workspace, Candidate candidate) {
            Brief brief = briefs.forReview(claim, workspace, candidate);
            claim.commit(() -> flags.keep(claim.id(), brief.flags()));
            return brief;
        }
    }
}
