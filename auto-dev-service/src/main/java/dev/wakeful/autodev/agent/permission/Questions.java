package dev.wakeful.autodev.agent.permission;

import dev.wakeful.autodev.agent.AgentEvent.AskedPerson;
import dev.wakeful.autodev.download.Downloads;
import dev.wakeful.autodev.sandbox.Sandbox;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.SwarmEvent.PermissionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts agents' questions to people, and takes what people answer. A yes is good for exactly the call that was shown, once, until the question
 * expires; without an answer the agent is refused (AUTH-10).
 */
@Component
public class Questions {

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    /** Kept free at the end of the agent's time, so that one that is refused can still do without. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private final QuestionTable table;
    private final PermissionProperties properties;
    private final Sandbox sandbox;
    private final Downloads downloads;
    private final Clock clock;

    Questions(QuestionTable table, PermissionProperties properties, Sandbox sandbox, Downloads downloads, Clock clock) {
        this.downloads = downloads;
        this.table = table;
        this.properties = properties;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** What a run of an agent asks, until it is over. */
    public Asking of(Claim claim, String agent, Instant runEnds) {
        return new Asking(claim, agent, runEnds, this);
    }

    /** A person has answered; must be called inside a transaction. An answer that comes late, twice or to something else changes nothing. */
    public void take(Word word) {
        if (!table.answer(word, now())) {
            LOG.info(
                    "An answer of {} to {} changes nothing: it is not open any more, or not of {}",
                    word.by(),
                    word.approval(),
                    word.swarm());
        }
    }

    /** Its agents are gone: nothing of the swarm is asked any more. Inside the commit of its end. */
    public void withdraw(Claim claim) {
        withdraw(claim, "");
    }

    /** Nothing of what this agent asked is gone on with. Inside a commit. */
    void withdraw(Claim claim, String agent) {
        say(claim, table.withdraw(claim.id(), agent, now()));
    }

    Instant now() {
        return clock.instant();
    }

    /** Until when an answer can be waited for; nothing where there is no time to ask. */
    Optional<Instant> expiry(Instant runEnds) {
        Instant latest = runEnds.minus(AFTERWARDS);
        Instant usual = now().plus(properties.expiry());
        Instant until = latest.isBefore(usual) ? latest : usual;
        return Optional.of(until).filter(now().plusSeconds(1)::isBefore);
    }

    /**
     * Asks, or goes on with a question about exactly the same call that was asked before a crash. Inside a commit.
     *
     * @param waitedFor questions that this run has asked already
     */
    ApprovalId ask(Claim claim, String agent, AskedPerson asked, Instant until, Collection<ApprovalId> waitedFor) {
        String digest = Digest.of(asked);
        return table.left(claim.id(), agent, digest, waitedFor, now())
                .orElseGet(() -> askAnew(claim, agent, asked, until, digest));
    }

    private ApprovalId askAnew(Claim claim, String agent, AskedPerson asked, Instant until, String digest) {
        Open question = new Open(
                ApprovalId.make(now()),
                claim.request().repository().name(),
                agent,
                asked.tool(),
                asked.what(),
                asked.call(),
                asked.why(),
                risk(),
                until);
        table.add(claim.id(), claim.request().task(), question, digest, now());
        say(claim, List.of(new Settled(question, PermissionState.ASKED, null)));
        return question.approval();
    }

    private String risk() {
        return sandbox.isFence()
                ? "A yes is for this one call. It is made inside the sandbox, without a secret and without a network but the gateway"
                        + (downloads.areOnForAgents() ? " and the hosts that agents may download from" : "")
                        + ", and can change nothing but the swarm's own workspace."
                : "A yes is for this one call. There is no sandbox: it is made with all rights of this service.";
    }

    boolean isAnyDue(Collection<ApprovalId> waitedFor) {
        return table.isAnyDue(waitedFor, now());
    }

    /** What was answered or has expired; told, and never told again. Inside a commit. */
    List<Settled> settle(Claim claim, Collection<ApprovalId> waitedFor) {
        List<Settled> settled = table.settle(waitedFor, now());
        say(claim, settled);
        return settled;
    }

    private static void say(Claim claim, List<Settled> questions) {
        questions.forEach(
                each -> claim.progressed("asking", each.words(), each.question().in(each.state())));
    }
}
