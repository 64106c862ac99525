package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentEnd;

/**
 * An agent's run that is over.
 *
 * @param n its number among the swarm's commands; its transcript is {@code <n>.log}
 * @param didAnything whether it said or did anything at all
 */
public record AgentRun(int n, AgentEnd end, boolean didAnything) {}
