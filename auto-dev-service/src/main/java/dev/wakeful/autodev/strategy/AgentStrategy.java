package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.run.Agent;
import dev.wakeful.autodev.agent.run.AgentRun;
import dev.wakeful.autodev.agent.run.AgentRuns;
import dev.wakeful.autodev.brief.Brief;
import dev.wakeful.autodev.brief.Briefs;
import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.ChangeRefused;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import java.util.Optional;

/** Lets a coding agent work on the failing revision, and takes whatever it left in the tree as one commit. What it says about it proves nothing. */
public final class AgentStrategy implements Strategy {

    private static final String GO_ON =
            "You were interrupted; your files are as you left them. Go on with your task.\n";

    private final StrategyName name;
    private final Agent agent;
    private final AgentRuns runs;
    private final Briefs briefs;

    AgentStrategy(StrategyName name, Agent agent, AgentRuns runs, Briefs briefs) {
        this.name = name;
        this.agent = agent;
        this.runs = runs;
        this.briefs = briefs;
    }

    @Override
    public StrategyName name() {
        return name;
    }

    /**
     * @throws dev.wakeful.autodev.swarm.Parked while its provider has reached a usage limit or is out of order, and the swarm has the time to
     *     wait for it (DEV-7)
     */
    @Override
    public Attempted attempt(Claim claim, Workspace workspace, Work work) {
        Optional<String> session = runs.brokenOff(claim, agent, workspace);
        if (session.isPresent()) {
            AgentRun run = runs.run(claim, workspace, agent, GO_ON, session.get());
            if (!isGone(run)) {
                return meaning(claim, workspace, briefs.of(claim, workspace, work), run.end());
            }
            runs.settle(claim, agent);
        }
        workspace.standAt(claim.request().revision());
        Brief brief = briefs.of(claim, workspace, work);
        return meaning(
                claim,
                workspace,
                brief,
                runs.run(claim, workspace, agent, brief.text(), null).end());
    }

    /** The session cannot be gone on with: it ended without a word. */
    private static boolean isGone(AgentRun run) {
        return !run.didAnything()
                && (run.end().reason() == Reason.DIED || run.end().reason() == Reason.REFUSED);
    }

    private Attempted meaning(Claim claim, Workspace workspace, Brief brief, AgentEnd end) {
        Attempted attempted = switch (end.reason()) {
            case DONE, TURNS -> taken(claim, workspace, brief, end);
            case USAGE_LIMIT, OUTAGE -> {
                Wait.of(end).within(claim).ifPresent(until -> {
                    throw runs.park(claim, agent, until, end.message());
                });
                yield nothing(end);
            }
            case MONEY, REFUSED, STUCK, DIED -> nothing(end);
        };
        runs.settle(claim, agent);
        return attempted;
    }

    private Attempted taken(Claim claim, Workspace workspace, Brief brief, AgentEnd end) {
        try {
            return made(claim, workspace, brief, end);
        } catch (ChangeRefused e) {
            return new Attempted.Nothing(Result.NOT_APPLICABLE, e.why());
        }
    }

    private Attempted made(Claim claim, Workspace workspace, Brief brief, AgentEnd end) {
        Revision base = claim.request().revision();
        return workspace
                .commit(base, message(claim))
                .<Attempted>map(
                        made -> new Attempted.Made(new Candidate(name, made, title(claim), clean(end), brief.flags())))
                .orElseGet(() -> new Attempted.Nothing(
                        end.reason() == Reason.DONE ? Result.NOT_APPLICABLE : Result.BROKEN_OFF,
                        agent.name() + " changed nothing. " + said(end)));
    }

    private Attempted nothing(AgentEnd end) {
        return new Attempted.Nothing(Result.BROKEN_OFF, agent.name() + why(end.reason()) + said(end));
    }

    private static String why(Reason reason) {
        return switch (reason) {
            case DONE -> " is done. ";
            case TURNS -> " used up its turns. ";
            case MONEY -> " used up the swarm's money. ";
            case USAGE_LIMIT ->
                " has reached a usage limit of its provider, and the swarm has no time to wait for it. ";
            case OUTAGE -> " could not reach its provider, and the swarm has no time to wait for it. ";
            case REFUSED -> " refused to work; look at its settings and its version. ";
            case STUCK -> " made no progress. ";
            case DIED -> " died. ";
        };
    }

    private static String said(AgentEnd end) {
        String text = clean(end);
        return text.isEmpty() ? "" : "It ended with: " + text;
    }

    /** Its last words, at most 500 characters of them; a claim, never proof (VER-5). */
    private static String clean(AgentEnd end) {
        String text = end.message()
                .replaceAll("\\p{Cntrl}|\\p{Cs}|\\p{Cf}", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() <= 500 ? text : text.substring(0, 500) + "…";
    }

    private static String title(Claim claim) {
        String job = claim.request().job().lines().findFirst().orElse("");
        return "Mend " + (job.length() <= 60 ? job : job.substring(0, 60) + "…");
    }

    private String message(Claim claim) {
        return """
                %s

                Made by the agent %s (%s).

                The check '%s'
                is red on %s.

                Task-Id: %s
                Lineage: %s
                """.formatted(
                        title(claim),
                        agent.name(),
                        agent.settings().kind(),
                        claim.request().repository().check(),
                        claim.request().revision(),
                        claim.request().task(),
                        claim.swarm().provenance().lineage());
    }
}
