package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEvent;
import java.util.List;

/** What the JSON lines of one kind of agent mean; a fresh one for each run. */
interface Parser {

    List<AgentEvent> read(Json line);

    AgentEnd ended(int exitCode, String complaint);
}
