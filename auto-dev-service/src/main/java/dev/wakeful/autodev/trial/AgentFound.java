package dev.wakeful.autodev.trial;

/**
 * Whether an agent that is set up can be started inside the sandbox.
 *
 * @param kind as settings call it
 * @param program what is run
 * @param found whether it was there to run
 * @param says what it told when it was asked for its version, or why it could not be run; text from outside
 */
public record AgentFound(String name, String kind, String program, boolean found, String says) {}
