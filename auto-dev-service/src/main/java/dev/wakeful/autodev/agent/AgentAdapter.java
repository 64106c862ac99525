package dev.wakeful.autodev.agent;

/** One kind of agent: how it is started, and what its words mean. Starts nothing itself. */
public interface AgentAdapter {

    /** As settings and people call it: {@code claude}, {@code codex}, … */
    String kind();

    Invocation invocation(AgentSpec spec);

    /** A fresh listener for one run. */
    Conversation conversation(AgentSpec spec);
}
