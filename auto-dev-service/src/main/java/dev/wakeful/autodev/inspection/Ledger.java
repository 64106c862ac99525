package dev.wakeful.autodev.inspection;

import dev.wakeful.autodev.check.Verdicts;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Suspicion;
import dev.wakeful.events.SwarmId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that the system itself saw of a swarm's revisions, each bound to the exact one (VER-5). */
@Component
public class Ledger {

    private final Verdicts verdicts;
    private final StepResults results;
    private final Suspicions suspicions;

    Ledger(Verdicts verdicts, StepResults results, Suspicions suspicions) {
        this.verdicts = verdicts;
        this.results = results;
        this.suspicions = suspicions;
    }

    /** Checks and steps in the order in which they ran. */
    public List<Evidence> evidence(SwarmId swarm) {
        return Stream.concat(verdicts.of(swarm).stream(), results.of(swarm).stream())
                .sorted(Comparator.comparing(Evidence::at))
                .toList();
    }

    /** Where the head may weaken the checks it is proven with; a person decides (VER-3). */
    public List<Suspicion> suspicions(SwarmId swarm, Revision head) {
        return suspicions.of(swarm, head);
    }
}
