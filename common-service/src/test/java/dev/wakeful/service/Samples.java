package dev.wakeful.service;

import dev.wakeful.events.BuildId;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import java.time.Instant;

/** Events for the tests, each about something new. */
public final class Samples {

    private static final Revision REVISION = new Revision("a".repeat(40));

    private Samples() {}

    /** Answered by the sample service at once. */
    public static FindingEvent.Resolved resolved() {
        return new FindingEvent.Resolved(FindingId.make(Instant.now()), REVISION, "the job passes again");
    }

    /** Answered by the sample service from a job. */
    static FindingEvent.Attached attached() {
        return new FindingEvent.Attached(FindingId.make(Instant.now()), new BuildId("github:job:1"), REVISION, 2);
    }

    static FindingEvent.Reclassified reclassified() {
        return new FindingEvent.Reclassified(
                FindingId.make(Instant.now()), Failure.Classification.FLAKY, "passes and fails");
    }

    /** Heard by nobody; the number shows the order. */
    public static SwarmEvent.Progressed progressed(SwarmId swarm, int number) {
        return new SwarmEvent.Progressed(swarm, new TaskId("task-1"), Integer.toString(number), "going on");
    }
}
