package dev.wakeful.autodev.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work for an agent.
 *
 * @param brief what it is told: the task, and text from outside marked as data (DEV-5)
 * @param directory where it works, as it sees it
 * @param home its private home, as it sees it
 * @param model as its provider calls it
 * @param gateway base address of the metering gateway as the agent sees it, without a path; the only address there is (BUD-4)
 * @param token the swarm's token, all an agent has for a key; good at the gateway only
 * @param session of an earlier run to go on with; absent for a new one
 * @param mostTurns the most model turns, where the agent can be told
 * @param limit wall-clock limit, where the agent can be told; it is ended by the system in any case
 */
public record AgentSpec(
        String brief,
        Path directory,
        Path home,
        String model,
        URI gateway,
        String token,
        @Nullable String session,
        int mostTurns,
        Duration limit) {}
