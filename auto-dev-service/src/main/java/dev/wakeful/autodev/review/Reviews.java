package dev.wakeful.autodev.review;

import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.run.Agent;
import dev.wakeful.autodev.agent.run.AgentRun;
import dev.wakeful.autodev.agent.run.AgentRuns;
import dev.wakeful.autodev.agent.run.Agents;
import dev.wakeful.autodev.brief.Brief;
import dev.wakeful.autodev.brief.Briefs;
import dev.wakeful.autodev.brief.Flags;
import dev.wakeful.autodev.strategy.StrategyProperties;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.autodev.workspace.Workspaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks the reviewer, where the operator wants one, for its opinion of a proven change that somebody else made. It sees the change in a tree of
 * its own, which is thrown away; its word goes to people, marked as a claim, and is asked for once.
 */
@Component
public class Reviews {

    private static final int WORDS = 1_500;

    private final Optional<Agent> reviewer;
    private final AgentRuns runs;
    private final Briefs briefs;
    private final Flags flags;
    private final Workspaces workspaces;
    private final Words words;

    /** @throws IllegalArgumentException when the reviewer is no agent of this installation */
    Reviews(
            StrategyProperties properties,
            Agents agents,
            AgentRuns runs,
            Briefs briefs,
            Flags flags,
            Workspaces workspaces,
            Words words) {
        this.reviewer = properties.reviewer().isBlank()
                ? Optional.empty()
                : Optional.of(agents.named(properties.reviewer())
                        .orElseThrow(() -> new IllegalArgumentException("wakeful.auto-dev.strategies.reviewer is '"
                                + properties.reviewer() + "', which is not one of wakeful.auto-dev.agents")));
        this.runs = runs;
        this.briefs = briefs;
        this.flags = flags;
        this.workspaces = workspaces;
        this.words = words;
    }

    /**
     * What the reviewer says, or why it says nothing; nothing where none is wanted.
     *
     * @throws dev.wakeful.autodev.swarm.CannotGoOn when the swarm's time ran out meanwhile
     */
    public Optional<String> of(Claim claim, Candidate candidate) {
        return reviewer.map(agent -> words.of(claim.id(), candidate.head()).orElseGet(() -> {
            String word = agent.name().equals(candidate.strategy().value())
                    ? agent.name() + " made the change itself, so its opinion of it was not asked for."
                    : asked(claim, candidate, agent);
            claim.commit(() -> words.keep(claim.id(), candidate.head(), word));
            return word;
        }));
    }

    private String asked(Claim claim, Candidate candidate, Agent agent) {
        Workspace workspace = workspaces.lane(claim, new StrategyName("review-" + agent.name()));
        workspace.standAt(candidate.head());
        Brief brief = briefs.forReview(claim, workspace, candidate);
        claim.commit(() -> flags.keep(claim.id(), brief.flags()));
        AgentRun run = runs.run(claim, workspace, agent, brief.text(), null);
        runs.settle(claim, agent);
        String said = run.end()
                .message()
                .replaceAll("\\p{Cntrl}|\\p{Cs}|\\p{Cf}", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String cut = said.length() <= WORDS ? said : said.substring(0, WORDS) + "…";
        return run.end().reason() == Reason.DONE
                ? agent.name() + " reviewed it and says: " + cut
                : agent.name() + " was asked to review it and came to no end ("
                        + run.end().reason() + "): " + cut;
    }
}
