package dev.wakeful.benchmarks.relay;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.BuildId;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import java.time.Instant;

/** Events of the real catalogue, of the usual size (about 0.7 KB). */
final class SampleEvents {

    private static final String LOG =
            "[ERROR] CartTest.emptyCartCostsNothing:17 expected: <0> but was: <1>\n".repeat(5);
    private static final Revision REVISION = new Revision("a".repeat(40));
    private static final RepositoryName REPOSITORY = new RepositoryName("bench/relay");

    private SampleEvents() {}

    static BuildEvent.Failed failed(String id) {
        Instant now = Instant.now();
        return new BuildEvent.Failed(
                new BuildId(id),
                REPOSITORY,
                "ci / test",
                1,
                REVISION,
                "main",
                "failure",
                "mvn verify",
                LOG,
                null,
                now,
                now);
    }

    static FindingEvent.Resolved resolved(String id) {
        return new FindingEvent.Resolved(new FindingId(id), REVISION, LOG);
    }
}
