package dev.wakeful.commandcenter.workspaces;

import dev.wakeful.commandcenter.reading.Workspaces.Workspace;

/** The workspace is in use; nothing was asked. */
public final class StillAtWork extends RuntimeException {

    StillAtWork(Workspace workspace) {
        super("The swarm '" + workspace.swarm() + "' is at work in it (task " + workspace.task() + " of "
                + workspace.repository() + "); a workspace is removed by itself when its swarm has ended.");
    }
}
