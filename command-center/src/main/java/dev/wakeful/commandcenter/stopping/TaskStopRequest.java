package dev.wakeful.commandcenter.stopping;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Reason;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * The end of a task that a person asks for, as it came in.
 *
 * @param reason for whoever asks later; required
 * @param by how the person is called
 */
public record TaskStopRequest(
        @Nullable String reason, @Nullable String by) {

    /** @throws dev.wakeful.commandcenter.people.RequestRefused when something in it cannot be */
    ControlEvent.TaskStopRequested checked(TaskId task) {
        return new ControlEvent.TaskStopRequested(task, Person.of(by).name(), Reason.required(reason));
    }
}
