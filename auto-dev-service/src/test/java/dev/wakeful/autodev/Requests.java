package dev.wakeful.autodev;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Money;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as planner and budget say them. */
public final class Requests {

    private Requests() {}

    public static SwarmRequested requested(
            WatchedRepository repository, Revision revision, @Nullable Revision lastGood) {
        return requested(repository, revision, lastGood, Duration.ofMinutes(10));
    }

    public static SwarmRequested requested(
            WatchedRepository repository, Revision revision, @Nullable Revision lastGood, Duration timeLimit) {
        Instant now = Instant.now();
        return new SwarmRequested(
                SwarmId.make(now),
                TaskId.make(now),
                FindingId.make(now),
                repository,
                "ci / test",
                revision,
                "main",
                lastGood,
                new Failure(Failure.Kind.TEST_FAILURE, null, null, null, null, List.of()),
                1,
                Money.dollars(1),
                timeLimit,
                now,
                null,
                null);
    }

    public static BudgetEvent.Reserved reserved(SwarmRequested request) {
        Instant now = Instant.now();
        return new BudgetEvent.Reserved(
                ReservationId.make(now), request.swarm(), request.quote(), List.of("day"), now.plusSeconds(3600));
    }

    public static BudgetEvent.Denied denied(SwarmRequested request) {
        return new BudgetEvent.Denied(
                request.swarm(),
                request.quote(),
                "day",
                Money.ZERO,
                Instant.now().plusSeconds(3600));
    }
}
