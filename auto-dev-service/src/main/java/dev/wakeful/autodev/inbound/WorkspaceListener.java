package dev.wakeful.autodev.inbound;

import dev.wakeful.autodev.workspace.Removals;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears which workspaces people want removed. */
@Component
class WorkspaceListener implements EventConsumer {

    private final Removals removals;

    WorkspaceListener(Removals removals) {
        this.removals = removals;
    }

    @EventHandler
    void on(ControlEvent.WorkspaceRemovalRequested requested) {
        removals.asked(requested.swarm(), requested.by(), requested.reason());
    }
}
