package dev.wakeful.autodev.agent.watch;

import dev.wakeful.autodev.process.Effort;
import java.util.OptionalLong;

/**
 * How an agent looks from outside at one moment.
 *
 * @param effort of what it runs, all in all
 * @param tree a number for the state of its files, where they were looked at
 */
public record Sample(Effort effort, OptionalLong tree) {}
