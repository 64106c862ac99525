package dev.wakeful.budget;

import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as the other services say them. */
public final class Samples {

    /** A Friday, at noon in UTC. */
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final TaskId TASK = TaskId.make(NOON);
    private static final FindingId FINDING = FindingId.make(NOON);
    private static final RepositoryName SHOP = new RepositoryName("acme/shop");
    private static final Revision REVISION = new Revision("a".repeat(40));

    private Samples() {}

    public static DispatchEvent.SwarmRequested requested(SwarmId swarm, Money quote) {
        return requested(swarm, quote, Duration.ofMinutes(30));
    }

    public static DispatchEvent.SwarmRequested requested(SwarmId swarm, Money quote, Duration timeLimit) {
        return requested(swarm, quote, timeLimit, null);
    }

    public static DispatchEvent.SwarmRequested requested(
            SwarmId swarm, Money quote, Duration timeLimit, DispatchEvent.@Nullable Funding funding) {
        return new DispatchEvent.SwarmRequested(
                swarm,
                TASK,
                FINDING,
                new WatchedRepository(SHOP, "/src/shop", "main", "make test", null),
                "test",
                REVISION,
                "main",
                null,
                new Failure(Failure.Kind.TEST_FAILURE, null, 1, 100, null, List.of()),
                1,
                quote,
                timeLimit,
                NOON,
                funding,
                null);
    }

    public static SwarmEvent.Completed completed(SwarmId swarm, Duration machineTime) {
        return tried(swarm, machineTime, null);
    }

    public static SwarmEvent.Completed tried(
            SwarmId swarm, Duration machineTime, @Nullable List<SwarmEvent.Trial> trials) {
        return new SwarmEvent.Completed(
                swarm,
                TASK,
                FINDING,
                SHOP,
                "main",
                REVISION,
                new Revision("b".repeat(40)),
                "revert-culprit",
                null,
                "Revert",
                new SwarmEvent.Bundle(URI.create("http://127.0.0.1:8422/artefacts/bundle"), "c".repeat(64), 1),
                new SwarmEvent.Diff("", false, 1, 1, 1),
                List.of(),
                new SwarmEvent.Usage(machineTime, 1),
                null,
                null,
                null,
                trials,
                null);
    }

    public static SwarmEvent.Failed failed(SwarmId swarm, Duration machineTime) {
        return new SwarmEvent.Failed(
                swarm,
                TASK,
                FINDING,
                SHOP,
                SwarmEvent.Reason.NOT_REPRODUCED,
                "The check is green",
                null,
                List.of(),
                new SwarmEvent.Usage(machineTime, 1));
    }

    public static SwarmEvent.Stopped stopped(SwarmId swarm, Duration machineTime) {
        return new SwarmEvent.Stopped(
                swarm, TASK, FINDING, SHOP, "Emergency stop", new SwarmEvent.Usage(machineTime, 1));
    }

    public static SwarmEvent.Progressed progressed(SwarmId swarm) {
        return new SwarmEvent.Progressed(swarm, TASK, "reproduce", "The check is red");
    }
}
