package dev.wakeful.commandcenter.workspaces;

import dev.wakeful.commandcenter.reading.Workspaces.Workspace;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.outbox.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says for people which workspaces they want removed; auto-dev does it, unless the swarm is at work. */
@Component
public class Removals {

    private final Outbox outbox;

    Removals(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Asks for it; of one that is removed already nothing is asked.
     *
     * @throws StillAtWork when its swarm has not ended
     * @throws dev.wakeful.commandcenter.people.RequestRefused when something in the request cannot be
     */
    @Transactional
    public Asked ask(Workspace workspace, RemovalRequest request) {
        ControlEvent.WorkspaceRemovalRequested wanted = request.checked(workspace.swarm());
        if (workspace.state().equals("CUT")) {
            throw new StillAtWork(workspace);
        }
        if (!workspace.state().equals("REMOVED")) {
            outbox.append(wanted);
        }
        return new Asked(workspace.swarm(), workspace.state(), wanted.by(), wanted.reason());
    }

    /** What was asked, and how the workspace stood then. */
    public record Asked(String swarm, String state, String by, String reason) {}
}
