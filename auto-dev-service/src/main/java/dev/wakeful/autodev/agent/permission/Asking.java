package dev.wakeful.autodev.agent.permission;

import dev.wakeful.autodev.agent.AgentEvent.AskedPerson;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.events.ApprovalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The questions of one run of an agent. All is called by the one thread that holds its dialogue. While the database is away it goes on waiting. That a
 * question is answered is committed before the agent hears of it, so a crash in between can make the agent ask again and never act twice on one yes.
 */
public final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    /** Whoever asks more than that is refused without a person being bothered. */
    private static final int MOST = 20;

    /** Often enough for those who watch that something goes on (WAKE-4). */
    private static final Duration REMINDER = Duration.ofMinutes(4);

    /** Between two looks into the database, in real nanoseconds: this is about effort, not about time. */
    private static final long BETWEEN = 200_000_000;

    private final Claim claim;
    private final String agent;
    private final Instant runEnds;
    private final Questions questions;
    private final Queue<AskedPerson> toAsk = new ArrayDeque<>();
    private final Map<ApprovalId, String> waiting = new LinkedHashMap<>();
    private Instant saidAt = Instant.MIN;
    private long lookedAt = System.nanoTime() - BETWEEN;
    private int asked;

    Asking(Claim claim, String agent, Instant runEnds, Questions questions) {
        this.claim = claim;
        this.agent = agent;
        this.runEnds = runEnds;
        this.questions = questions;
    }

    /** What the agent is to be told about the question of this id. */
    public record Ruling(String id, boolean allowed) {}

    /** Before the run: what an earlier one asked stays open only where its session is gone on with. */
    public void begin(boolean goesOn) {
        if (!goesOn) {
            claim.commit(() -> questions.withdraw(claim, agent));
        }
    }

    public void ask(AskedPerson question) {
        toAsk.add(question);
    }

    /** Whether it waits for a person. */
    public boolean isOpen() {
        return !toAsk.isEmpty() || !waiting.isEmpty();
    }

    /** Asks what is to be asked, and answers with what was decided since. */
    public List<Ruling> beat() {
        if (!isOpen()) {
            return List.of();
        }
        List<Ruling> rulings = new ArrayList<>();
        try {
            while (!toAsk.isEmpty()) {
                put(toAsk.element()).ifPresent(rulings::add);
                toAsk.remove();
            }
            rulings.addAll(decided());
            remind();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Swarm {}: what {} asks has to wait: {}", claim.id(), agent, e.getMessage());
        }
        return rulings;
    }

    /** The refusal of what cannot be asked; nothing for what waits now. */
    private Optional<Ruling> put(AskedPerson question) {
        Optional<Instant> until = questions.expiry(runEnds);
        if (asked >= MOST || until.isEmpty()) {
            String why = asked >= MOST ? "it has asked " + MOST + " times" : "there is no time left to ask";
            claim.commit(() -> claim.progressed("asking", agent + " was refused, for " + why + ": " + question.what()));
            return Optional.of(new Ruling(question.id(), false));
        }
        ApprovalId[] approval = new ApprovalId[1];
        claim.commit(() -> approval[0] = questions.ask(claim, agent, question, until.get(), waiting.keySet()));
        waiting.put(approval[0], question.id());
        asked++;
        saidAt = questions.now();
        return Optional.empty();
    }

    private List<Ruling> decided() {
        long now = System.nanoTime();
        if (waiting.isEmpty() || now - lookedAt < BETWEEN) {
            return List.of();
        }
        lookedAt = now;
        if (!questions.isAnyDue(waiting.keySet())) {
            return List.of();
        }
        List<Settled> settled = new ArrayList<>();
        claim.commit(() -> settled.addAll(questions.settle(claim, waiting.keySet())));
        List<Ruling> rulings = new ArrayList<>();
        for (Settled each : settled) {
            String id = waiting.remove(each.question().approval());
            if (id != null) {
                rulings.add(new Ruling(id, each.isAllowed()));
            }
        }
        return rulings;
    }

    private void remind() {
        if (!waiting.isEmpty() && Duration.between(saidAt, questions.now()).compareTo(REMINDER) >= 0) {
            claim.commit(() -> claim.progressed("asking", agent + " waits for a person's answer"));
            saidAt = questions.now();
        }
    }

    /** The run is over: nobody waits for an answer any more. Inside the commit of its end. */
    public void end() {
        questions.withdraw(claim, agent);
    }
}
