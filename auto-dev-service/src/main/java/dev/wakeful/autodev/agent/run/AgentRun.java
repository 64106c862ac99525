package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.AgentEnd;

/**
 * An agent's run that is over.
 *
 * @param didAnything whether it said or did anything at all
 */
public record AgentRun(AgentEnd end, boolean didAnything) {}
