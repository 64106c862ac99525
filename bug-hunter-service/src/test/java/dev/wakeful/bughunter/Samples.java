package dev.wakeful.bughunter;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.BuildId;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Events as other services say them. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final Revision GOOD = revision('a');
    public static final Revision BAD = revision('b');
    public static final Revision NEXT = revision('c');
    public static final String JOB = "ci / test";
    public static final String LOG = """
            [INFO] Running CalculatorTest
            [ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.031 s <<< FAILURE! -- in CalculatorTest
            [ERROR] CalculatorTest.adds -- Time elapsed: 0.004 s <<< FAILURE!
            org.opentest4j.AssertionFailedError: expected: <3> but was: <4>
            \tat CalculatorTest.adds(CalculatorTest.java:12)
            [ERROR] Tests run: 40, Failures: 1, Errors: 0, Skipped: 0
            """;

    private static final AtomicLong BUILDS = new AtomicLong();

    private Samples() {}

    public static Revision revision(char digit) {
        return new Revision(String.valueOf(digit).repeat(40));
    }

    public static RepositoryName repository() {
        return new RepositoryName("acme/" + FindingId.make(NOW).value());
    }

    public static BuildEvent.Failed failed(RepositoryName repository, Revision revision, int minute) {
        return failed(repository, revision, minute, "failure", "Run tests", LOG);
    }

    public static BuildEvent.Failed failed(
            RepositoryName repository,
            Revision revision,
            int minute,
            String conclusion,
            @Nullable String step,
            @Nullable String log) {
        return new BuildEvent.Failed(
                build(),
                repository,
                JOB,
                1,
                revision,
                "main",
                conclusion,
                step,
                log,
                "https://ci.example/runs/1",
                at(minute),
                NOW);
    }

    public static BuildEvent.Passed passed(RepositoryName repository, Revision revision, int minute) {
        return new BuildEvent.Passed(build(), repository, JOB, 1, revision, "main", at(minute), NOW);
    }

    public static SwarmEvent.Failed notReproduced(FindingId finding, RepositoryName repository) {
        return new SwarmEvent.Failed(
                SwarmId.make(NOW),
                TaskId.make(NOW),
                finding,
                repository,
                SwarmEvent.Reason.NOT_REPRODUCED,
                "green on the failing revision",
                null,
                List.of(),
                SwarmEvent.Usage.NONE);
    }

    /** So many minutes after the hour before {@link #NOW}. */
    public static Instant at(int minute) {
        return NOW.minus(Duration.ofHours(1)).plus(Duration.ofMinutes(minute));
    }

    private static BuildId build() {
        return new BuildId("github:job:" + BUILDS.incrementAndGet());
    }
}
