package dev.wakeful.autodev.swarm;

/** The ways to mend a failure, cheapest first (DEV-2). */
public enum StrategyName {
    /** Take the commit back that brought the failure. */
    REVERT_CULPRIT("revert-culprit"),
    /** Run the repository's own fix command. */
    RUN_COMMAND("run-command"),
    /** Let a coding agent work on it. */
    AGENT("agent");

    private final String wireName;

    StrategyName(String wireName) {
        this.wireName = wireName;
    }

    /** As events and people call it. */
    @Override
    public String toString() {
        return wireName;
    }
}
