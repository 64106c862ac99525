package dev.wakeful.events;

import org.jspecify.annotations.Nullable;

/**
 * A repository somebody asked the system to keep healthy.
 *
 * @param path where it is: an absolute path on the machine that runs the services
 * @param branch the branch that must stay green
 * @param check the shell command that is red when the repository is broken
 * @param fix a shell command that may mend it, for example a formatter; absent when there is none
 */
public record WatchedRepository(
        RepositoryName name,
        String path,
        String branch,
        String check,
        @Nullable String fix) {}
