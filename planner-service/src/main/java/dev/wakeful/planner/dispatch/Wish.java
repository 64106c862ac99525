package dev.wakeful.planner.dispatch;

import dev.wakeful.events.Failure;
import dev.wakeful.events.RepositoryName;

/**
 * A task that wants to start.
 *
 * @param area the part of the repository it is about (LIM-3)
 */
public record Wish(RepositoryName repository, String area, Failure.Kind kind) {}
