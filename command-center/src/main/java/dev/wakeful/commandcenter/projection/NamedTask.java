package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Event;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import java.util.Optional;

/** The task an event itself speaks of. */
final class NamedTask {

    private NamedTask() {}

    static Optional<TaskId> in(Event event) {
        return switch (event) {
            case TaskEvent task -> Optional.of(task.task());
            case SwarmEvent swarm -> Optional.of(swarm.task());
            case ChangeEvent change -> Optional.of(change.task());
            case DispatchEvent.SwarmRequested requested -> Optional.of(requested.task());
            case DispatchEvent.SwarmStopRequested stop -> Optional.of(stop.task());
            case BuildEvent.Caused caused -> Optional.ofNullable(caused.task());
            case BuildEvent build -> Optional.empty();
            case FindingEvent finding -> Optional.empty();
            case BudgetEvent.CiBooked booked -> Optional.ofNullable(booked.task());
            case BudgetEvent budget -> Optional.empty();
            case ModeEvent.Decided decided -> Optional.ofNullable(decided.task());
            case ModeEvent.Changed changed -> Optional.empty();
            case ControlEvent.TaskApproved approved -> Optional.of(approved.task());
            case ControlEvent.TaskDenied denied -> Optional.of(denied.task());
            case ControlEvent.TaskStopRequested stop -> Optional.of(stop.task());
            case ControlEvent control -> Optional.empty();
            case HealthEvent health -> Optional.empty();
        };
    }
}
