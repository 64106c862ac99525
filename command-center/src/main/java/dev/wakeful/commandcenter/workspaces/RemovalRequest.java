package dev.wakeful.commandcenter.workspaces;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Reason;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.SwarmId;
import org.jspecify.annotations.Nullable;

/**
 * A removal that a person asks for, as it came in.
 *
 * @param reason for whoever asks later; required
 * @param by how the person is called
 */
public record RemovalRequest(
        @Nullable String reason, @Nullable String by) {

    /** @throws dev.wakeful.commandcenter.people.RequestRefused when something in it cannot be */
    ControlEvent.WorkspaceRemovalRequested checked(String swarm) {
        return new ControlEvent.WorkspaceRemovalRequested(
                new SwarmId(swarm), Person.of(by).name(), Reason.required(reason));
    }
}
