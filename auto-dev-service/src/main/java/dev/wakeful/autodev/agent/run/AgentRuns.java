package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.adapter.AgentKind;
import dev.wakeful.autodev.agent.permission.Asking;
import dev.wakeful.autodev.agent.permission.Questions;
import dev.wakeful.autodev.agent.watch.WatchProperties;
import dev.wakeful.autodev.download.Door;
import dev.wakeful.autodev.process.Command;
import dev.wakeful.autodev.process.Dialogue;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.StoppedMeanwhile;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Parked;
import dev.wakeful.autodev.workspace.Workspace;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs agents for swarms, one run after the other: a run that a crash broke off was ended before the next one starts. */
@Component
public class AgentRuns {

    private static final Logger LOG = LoggerFactory.getLogger(AgentRuns.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration FOR_THE_GATEWAY = Duration.ofSeconds(30);

    private final Dialogue dialogue;
    private final GatewayDoor gateway;
    private final Fenced fenced;
    private final AgentRecords records;
    private final Sessions sessions;
    private final Questions questions;
    private final WatchProperties watch;
    private final Clock clock;

    AgentRuns(
            Dialogue dialogue,
            GatewayDoor gateway,
            Fenced fenced,
            AgentRecords records,
            Sessions sessions,
            Questions questions,
            WatchProperties watch,
            Clock clock) {
        this.dialogue = dialogue;
        this.gateway = gateway;
        this.fenced = fenced;
        this.records = records;
        this.sessions = sessions;
        this.questions = questions;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * The session that an earlier run of the agent for this swarm was broken off in, and in whose workspace it can be gone on with.
     *
     * @throws Parked while the agent waits for its provider
     */
    public Optional<String> brokenOff(Claim claim, Agent agent, Workspace workspace) {
        Optional<Sessions.Unfinished> before = sessions.find(claim.id(), agent.name());
        Instant parkedUntil = before.map(Sessions.Unfinished::parkedUntil).orElse(null);
        if (parkedUntil != null && clock.instant().isBefore(parkedUntil)) {
            throw parked(parkedUntil);
        }
        return before.map(Sessions.Unfinished::session)
                .filter(session -> Stream.of(
                                place(agent, workspace).home(),
                                workspace.place().directory())
                        .allMatch(Files::isDirectory));
    }

    private static Place place(Agent agent, Workspace workspace) {
        return AgentHome.of(workspace.place(), agent.name()).in(workspace.place());
    }

    /**
     * Runs the agent where the workspace stands, to its end; {@link #settle} has to follow.
     *
     * @param session to go on with
     * @throws Parked while other agents of its swarm are at work and there is no place for one more (LIM-1)
     * @throws dev.wakeful.autodev.swarm.CannotGoOn when the swarm's own time ran out meanwhile
     */
    public AgentRun run(Claim claim, Workspace workspace, Agent agent, String brief, @Nullable String session) {
        return closed(claim, agent)
                .map(why -> new AgentRun(new AgentEnd(Reason.OUTAGE, why, session, Tokens.NONE, null), false))
                .orElseGet(() -> start(claim, workspace, agent, brief, session));
    }

    /** Why the gateway cannot be reached, of an agent that has anything to ask there. */
    private Optional<String> closed(Claim claim, Agent agent) {
        if (!agent.settings().asksModels()) {
            return Optional.empty();
        }
        return gateway.closed(
                claim.left(FOR_THE_GATEWAY),
                () -> {
                    if (claim.isStopped()) {
                        throw new StoppedMeanwhile();
                    }
                    claim.tick();
                },
                why -> claim.commit(() -> claim.progressed("waiting", agent.name() + " waits: " + why)));
    }

    private AgentRun start(Claim claim, Workspace workspace, Agent agent, String brief, @Nullable String session) {
        int n = records.next(claim);
        Duration own = agent.settings().timeLimit();
        Duration longest = claim.left(own);
        Place place = place(agent, workspace);
        AgentSpec spec = fenced.spec(claim, agent, place, brief, session, longest);
        Following following = new Following(claim, agent.name(), sessions, clock);
        Asking asking = questions.of(claim, agent.name(), clock.instant().plus(longest));
        asking.begin(session != null);
        boolean talks = agent.settings().kind() != AgentKind.COMMAND;
        Attendance attendance = new Attendance(
                agent.adapter().conversation(spec),
                new Watch(place, talks, watch.patience(), clock),
                following,
                asking,
                clock);
        Door door = records.door(claim.id());
        Ended ended;
        try (door) {
            ended = dialogue.hold(
                    fenced.furnished(agent, spec, place),
                    new Command(
                            agent.name(),
                            place,
                            fenced.fence(agent, spec, place, workspace, door),
                            records.transcript(claim.id(), n),
                            longest),
                    records.vigil(claim, agent.name(), n, longest),
                    attendance);
        }
        AgentEnd end = attendance.end(ended, longest);
        LOG.info("Swarm {}: {} ended: {} {}", claim.id(), agent.name(), end.reason(), end.message());
        claim.commit(() -> {
            records.ended(claim.id(), n, ended);
            following.sayLast();
            door.summary().ifPresent(words -> claim.progressed("downloads", words));
            asking.end();
        });
        if (end.reason() == Reason.STUCK && longest.compareTo(own) < 0) {
            claim.requireTime();
        }
        return new AgentRun(end, attendance.didAnything());
    }

    /** The run is over for good: it will not be gone on with. */
    public void settle(Claim claim, Agent agent) {
        claim.commit(() -> sessions.forget(claim.id(), agent.name()));
    }

    /**
     * The work waits for the agent's provider, and goes on in the same session where there is one (DEV-7).
     *
     * @return what is to be thrown
     */
    public Parked park(Claim claim, Agent agent, Instant until, String why) {
        claim.commit(() -> {
            sessions.park(claim.id(), agent.name(), until, clock.instant());
            claim.progressed("waiting", agent.name() + " waits until " + until + ": " + why);
        });
        return parked(until);
    }

    /** Looked at again and again, so that a stop or the end of its time is noticed while it waits. */
    private Parked parked(Instant until) {
        Duration left = Duration.between(clock.instant(), until).plusMillis(1);
        return new Parked(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
    }
}
