package dev.wakeful.bughunter.history;

import dev.wakeful.events.RepositoryName;

/** A CI job of a repository: the unit that is watched and compared. */
public record Job(RepositoryName repository, String name) {}
