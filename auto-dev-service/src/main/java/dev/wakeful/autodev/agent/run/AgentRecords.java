package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.download.Door;
import dev.wakeful.autodev.download.Downloads;
import dev.wakeful.autodev.limit.Room;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.ProcessRecords;
import dev.wakeful.autodev.process.ProcessRecords.Kind;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Parked;
import dev.wakeful.events.SwarmId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes runs of agents down while they run, so that a crash neither leaves one behind nor forgets its cost. */
@Component
class AgentRecords {

    private static final Duration UNTIL_ROOM = Duration.ofSeconds(1);

    private final ProcessRecords records;
    private final Artefacts artefacts;
    private final Downloads downloads;
    private final Room room;

    AgentRecords(ProcessRecords records, Artefacts artefacts, Downloads downloads, Room room) {
        this.room = room;
        this.records = records;
        this.artefacts = artefacts;
        this.downloads = downloads;
    }

    /** What it may download through; all of it is written down with what the swarm's commands do. */
    Door door(SwarmId swarm) {
        return downloads.forAgent(artefacts.downloads(swarm));
    }

    /**
     * The number of the agent's run, which takes a place among the agents at work (LIM-1).
     *
     * @throws Parked while there is no place for one more agent of a swarm that has others at work
     */
    int next(Claim claim) {
        int n = records.next(claim.id());
        claim.commit(() -> {
            if (!room.letAgentIn(claim.id(), n)) {
                throw new Parked(UNTIL_ROOM);
            }
        });
        return n;
    }

    /** Where the n-th command's transcript goes. */
    Path transcript(SwarmId swarm, int n) {
        return artefacts.log(swarm, n);
    }

    void ended(SwarmId swarm, int n, Ended ended) {
        records.ended(swarm, n, ended);
        room.agentLeft(swarm, n);
    }

    /** Watches over the agent's process in the name of the claim. */
    Vigil vigil(Claim claim, String agent, int n, Duration longest) {
        return new Recording(claim, agent, n, longest);
    }

    private final class Recording implements Vigil {

        private final Claim claim;
        private final String agent;
        private final int n;
        private final Duration longest;

        Recording(Claim claim, String agent, int n, Duration longest) {
            this.claim = claim;
            this.agent = agent;
            this.n = n;
            this.longest = longest;
        }

        @Override
        public void started(Process process, Instant at) {
            claim.started(process, at);
            claim.commit(() -> {
                records.started(claim.id(), n, Kind.AGENT, claim.request().revision(), process, at, longest);
                claim.agentBegan(agent + " begins to work", room.runningAgents());
            });
        }

        @Override
        public Process start(ProcessBuilder builder) throws IOException {
            return claim.start(builder);
        }

        @Override
        public void gone(Process process) {
            claim.gone(process);
        }

        @Override
        public void tick() {
            claim.tick();
        }
    }
}
