package dev.wakeful.commandcenter;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.BuildId;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ChangeId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Decision;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Event;
import dev.wakeful.events.EventId;
import dev.wakeful.events.EventTypes;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.Fingerprint;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.events.TaskId;
import dev.wakeful.events.WatchedRepository;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all services together say about one red build, event by event as they would, ready to be sent in any order. */
final class Story {

    /** An event and its envelope. */
    record Said(Event event, Envelope envelope) {}

    final TaskId task;
    final SwarmId swarm;
    final FindingId finding;
    private final ReservationId reservation;
    final RepositoryName repository;
    final LineageId lineage;
    final String traceId;
    private final WatchedRepository watched;
    private final String job = "build / unit tests";
    private final List<Said> said = new ArrayList<>();
    private Instant now;

    private Story(String repository, Instant start) {
        this.now = start;
        this.repository = new RepositoryName(repository);
        this.task = TaskId.make(start);
        this.swarm = SwarmId.make(start);
        this.finding = FindingId.make(start);
        this.reservation = ReservationId.make(start);
        this.lineage = LineageId.make(start);
        this.traceId = "%032x".formatted(start.toEpochMilli() * 31 + repository.hashCode());
        this.watched = new WatchedRepository(this.repository, "/srv/git/" + repository, "main", "mvn -q test", null);
    }

    static Story about(String repository, Instant start) {
        return new Story(repository, start);
    }

    /** The repository is watched, everything lives. */
    Story installed() {
        say("planner", 0, new ModeEvent.Changed(ModeEvent.Mode.ACTIVE, "first start", null, null, null));
        for (String service : List.of("ci-manager", "bug-hunter", "planner", "budget", "auto-dev", "health")) {
            say(service, 10, new HealthEvent.Beat(service, service + "-1", now.minusSeconds(5)));
        }
        say("command-center", 500, new ControlEvent.RepositoryAdded(watched, "operator"));
        return this;
    }

    Story reported() {
        BuildId build = new BuildId("build-" + now.toEpochMilli() + "-" + repository.value());
        say(
                "ci-manager",
                900,
                new BuildEvent.Failed(
                        build,
                        repository,
                        job,
                        1,
                        failing(),
                        "main",
                        "failure",
                        "mvn -q test",
                        log(),
                        "https://ci.example/1",
                        now.minusSeconds(2),
                        now));
        say(
                "bug-hunter",
                7,
                new FindingEvent.Raised(
                        finding,
                        new Fingerprint("fp-" + finding.value()),
                        repository,
                        job,
                        "mvn -q test",
                        failing(),
                        "main",
                        new Failure(
                                Failure.Kind.TEST_FAILURE,
                                "CartTest.discountIsAppliedOnce",
                                1,
                                148,
                                "expected: <90> but was: <81>",
                                List.of(
                                        "[ERROR] CartTest.discountIsAppliedOnce:42 expected: <90> but was: <81>",
                                        "[ERROR] Tests run: 148, Failures: 1, Errors: 0, Skipped: 0")),
                        Failure.Classification.REGRESSION,
                        "the job was green at its previous run and no sign of an infrastructure failure is in the log",
                        good(),
                        now.minusSeconds(2),
                        now));
        return this;
    }

    Story started() {
        say(
                "planner",
                6,
                new TaskEvent.Planned(
                        task,
                        finding,
                        repository,
                        "Mend CartTest.discountIsAppliedOnce in " + repository,
                        1,
                        1,
                        Money.dollars(5),
                        decision(
                                "AUTH-1",
                                "May start without a person: one failing test of 148, reported 2 s after it failed.")));
        say(
                "planner",
                1,
                new TaskEvent.Started(task, swarm, 1, decision("WAKE-2", "A red main branch is dispatched at once.")));
        say(
                "planner",
                0,
                new DispatchEvent.SwarmRequested(
                        swarm,
                        task,
                        finding,
                        watched,
                        job,
                        failing(),
                        "main",
                        good(),
                        new Failure(
                                Failure.Kind.TEST_FAILURE, "CartTest.discountIsAppliedOnce", 1, 148, null, List.of()),
                        1,
                        Money.micros(1_920_000),
                        Duration.ofHours(4),
                        now.minusMillis(14),
                        null,
                        null));
        say(
                "budget",
                5,
                new BudgetEvent.Reserved(
                        reservation,
                        swarm,
                        Money.micros(1_920_000),
                        List.of("swarm", "repository:" + repository + ":" + date(), "day:" + date()),
                        now.plusSeconds(14_400)));
        say("auto-dev", 9, new SwarmEvent.Started(swarm, task, repository, now.minusMillis(28), now));
        say(
                "auto-dev",
                900,
                new SwarmEvent.Progressed(swarm, task, "reproducing", "The check is red on 5f0d3c9a11, as reported"));
        say(
                "auto-dev",
                2600,
                new SwarmEvent.Progressed(swarm, task, "bisecting", "6 revisions are left between green and red"));
        return this;
    }

    Story mended() {
        say(
                "auto-dev",
                3100,
                new SwarmEvent.Progressed(
                        swarm, task, "bisecting", "c0ffee1234 turned the check red: Apply the discount per item"));
        say(
                "auto-dev",
                400,
                new SwarmEvent.Progressed(swarm, task, "fixing", "The revert of c0ffee1234 applies cleanly"));
        say(
                "auto-dev",
                2100,
                new SwarmEvent.Progressed(swarm, task, "verifying", "The same check is green on the new head"));
        say("auto-dev", 120, completed());
        say("budget", 6, new BudgetEvent.Settled(reservation, swarm, Money.micros(1_240), Money.micros(1_918_760)));
        ChangeId change = ChangeId.make(now);
        String url = "http://127.0.0.1:8420/tasks/" + task + "#pull-request";
        say(
                "ci-manager",
                80,
                new ChangeEvent.Proposed(
                        change,
                        task,
                        swarm,
                        repository,
                        "1",
                        "wakeful/" + task,
                        "main",
                        head(),
                        true,
                        url,
                        "Revert \"Apply the discount per item\""));
        say(
                "planner",
                6,
                new TaskEvent.Proposed(
                        task, change, url, decision("CHG-1", "A draft pull request is open; the rest is for people.")));
        return this;
    }

    Story givenUp() {
        say(
                "auto-dev",
                3000,
                new SwarmEvent.Failed(
                        swarm,
                        task,
                        finding,
                        repository,
                        SwarmEvent.Reason.REVERT_CONFLICTS,
                        "c0ffee1234 is the culprit, and its revert conflicts in src/main/java/shop/Cart.java. A person has to"
                                + " untangle it: later commits changed the same lines.",
                        culprit(),
                        List.of(evidence(Evidence.Role.BASE, Evidence.Verdict.RED, failing(), log())),
                        new SwarmEvent.Usage(Duration.ofSeconds(7), 5),
                        trials(false),
                        null));
        say("budget", 6, new BudgetEvent.Settled(reservation, swarm, Money.micros(930), Money.micros(1_919_070)));
        say(
                "planner",
                6,
                new TaskEvent.Parked(
                        task,
                        finding,
                        repository,
                        "Mend CartTest.discountIsAppliedOnce in " + repository,
                        decision("LIM-4", "Every strategy that needs no person was tried.")));
        return this;
    }

    /** The planner asks a person; a second question voids the first. */
    ApprovalId asks(Money quote, Duration life) {
        return asks("Mend CartTest.discountIsAppliedOnce in " + repository, "Many tests fail together.", quote, life);
    }

    ApprovalId asks(String title, String risk, Money quote, Duration life) {
        now = now.plusMillis(10);
        ApprovalId approval = ApprovalId.make(now);
        say(
                "planner",
                0,
                new TaskEvent.ApprovalRequired(
                        task,
                        finding,
                        repository,
                        title,
                        3,
                        decision("AUTH-11", "A person decides: 57 of 412 tests fail."),
                        new TaskEvent.Question(approval, quote, risk, now.plus(life))));
        return approval;
    }

    /** Caps in use, changed and refused; a provider goes and comes; a swarm spends too fast. */
    Story money(String window) {
        Instant until = now.plus(Duration.ofHours(5));
        for (int percent : List.of(25, 50, 75)) {
            say(
                    "budget",
                    40,
                    new BudgetEvent.Alerted(
                            "night:" + window, percent, Money.dollars(percent), Money.dollars(100), until));
        }
        say("command-center", 10, new ControlEvent.LimitSet("night", Money.dollars(80), "dana", "a quiet week"));
        say(
                "budget",
                10,
                new BudgetEvent.LimitChanged("night", Money.dollars(100), Money.dollars(80), "dana", "a quiet week"));
        say("budget", 10, new BudgetEvent.LimitRefused("swarm", Money.dollars(900), "dana", "at most $50 a swarm"));
        say("budget", 10, new BudgetEvent.ProviderLost("anthropic", now, "5 of 10 calls failed"));
        say("budget", 10, new BudgetEvent.ProviderBack("anthropic", now));
        say("budget", 10, new BudgetEvent.ProviderLost("openai", now, "no answer within 5 s"));
        say(
                "budget",
                10,
                new BudgetEvent.RateTripped(swarm, Money.dollars(4), Money.dollars(1), "four times the usual rate"));
        return this;
    }

    Story mode(ModeEvent.Mode mode, ModeEvent.@Nullable Context context, String reason) {
        return say(
                "planner",
                20,
                new ModeEvent.Changed(
                        mode,
                        reason,
                        context,
                        new ModeEvent.Stance(Duration.ofMinutes(3), Duration.ofSeconds(30), 3, 5, true),
                        now.plus(Duration.ofHours(8))));
    }

    private String date() {
        return now.toString().substring(0, 10);
    }

    Story reportedAgain() {
        BuildId build = new BuildId("build-" + now.toEpochMilli() + "-" + repository.value());
        LineageId other = LineageId.make(now);
        say(
                "ci-manager",
                500,
                other,
                new BuildEvent.Failed(
                        build, repository, job, 1, failing(), "main", "failure", null, null, null, now, now));
        say("bug-hunter", 5, other, new FindingEvent.Attached(finding, build, failing(), 2));
        return this;
    }

    Story unmatched(String stranger) {
        say(
                "ci-manager",
                300,
                LineageId.make(now),
                new BuildEvent.Unmatched(new RepositoryName(stranger), "github", "delivery-" + stranger, now));
        return this;
    }

    Story missing(String service) {
        say(
                "health",
                120_000,
                LineageId.make(now),
                new HealthEvent.Missing(service, service + "-1", now.minusSeconds(130)));
        return this;
    }

    List<Said> events() {
        return List.copyOf(said);
    }

    Instant now() {
        return now;
    }

    Story say(String service, long afterMillis, Event event) {
        return say(service, afterMillis, lineage, event);
    }

    private Story say(String service, long afterMillis, LineageId cause, Event event) {
        now = now.plusMillis(afterMillis);
        said.add(new Said(
                event,
                new Envelope(
                        EventId.make(now),
                        "/wakeful/" + service,
                        EventTypes.nameOf(event.getClass()),
                        event.key(),
                        now,
                        cause,
                        null,
                        "00-" + traceId + "-b7ad6b7169203331-01")));
        return this;
    }

    private SwarmEvent.Completed completed() {
        return new SwarmEvent.Completed(
                swarm,
                task,
                finding,
                repository,
                "wakeful/" + task,
                failing(),
                head(),
                "revert-culprit",
                culprit(),
                "Revert \"Apply the discount per item\"",
                new SwarmEvent.Bundle(
                        URI.create("http://127.0.0.1:8422/artefacts/s/fix.bundle"), "0".repeat(64), 2_048),
                new SwarmEvent.Diff(diff(), false, 2, 2, 7),
                List.of(
                        evidence(Evidence.Role.BASE, Evidence.Verdict.RED, failing(), log()),
                        evidence(
                                Evidence.Role.BISECTION, Evidence.Verdict.GREEN, good(), "Tests run: 147, Failures: 0"),
                        evidence(
                                Evidence.Role.BISECTION,
                                Evidence.Verdict.RED,
                                culprit().revision(),
                                log()),
                        evidence(
                                Evidence.Role.HEAD,
                                Evidence.Verdict.GREEN,
                                head(),
                                "[INFO] Tests run: 148, Failures: 0, Errors: 0, Skipped: 0\n[INFO] BUILD SUCCESS\n")),
                new SwarmEvent.Usage(Duration.ofMillis(9_300), 7),
                null,
                null,
                null,
                trials(true),
                "bubblewrap");
    }

    /** An agent that was not needed any more achieved nothing. */
    private static List<SwarmEvent.Trial> trials(boolean proven) {
        return List.of(
                new SwarmEvent.Trial("revert-culprit", null, null, proven, Duration.ofMillis(2_000)),
                new SwarmEvent.Trial("fixer", "codex", "gpt-6", false, proven ? null : Duration.ofMinutes(3)));
    }

    private Evidence evidence(Evidence.Role role, Evidence.Verdict verdict, Revision revision, String tail) {
        return new Evidence(
                role,
                Evidence.Grade.OBSERVED,
                revision,
                "mvn -q test",
                verdict,
                verdict == Evidence.Verdict.GREEN ? 0 : 1,
                Duration.ofMillis(2_140),
                now.minusSeconds(4),
                tail);
    }

    private static Decision decision(String rule, String outcome) {
        return new Decision(
                rule,
                outcome,
                Map.of(
                        "trigger",
                        "test_failure",
                        "failing tests",
                        "1 of 148",
                        "age of the failure",
                        "2 s",
                        "mode",
                        "ACTIVE"),
                List.of(
                        new Decision.Refused("ask a person first", "tier 1 with all conditions met needs no approval"),
                        new Decision.Refused(
                                "wait for a second report", "one red run on the watched branch is enough")));
    }

    static SwarmEvent.Culprit culprit() {
        return new SwarmEvent.Culprit(
                new Revision("c0ffee1234c0ffee1234c0ffee1234c0ffee1234"),
                "Robin Carter <robin@acme.example>",
                "Apply the discount per item");
    }

    private static Revision failing() {
        return new Revision("5f0d3c9a115f0d3c9a115f0d3c9a115f0d3c9a11");
    }

    private static Revision good() {
        return new Revision("9a1be0042d9a1be0042d9a1be0042d9a1be0042d");
    }

    static Revision head() {
        return new Revision("7be2d40c917be2d40c917be2d40c917be2d40c91");
    }

    private static String log() {
        return """
                [INFO] Running shop.CartTest
                [ERROR] Tests run: 12, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.071 s <<< FAILURE!
                [ERROR] shop.CartTest.discountIsAppliedOnce -- Time elapsed: 0.004 s <<< FAILURE!
                org.opentest4j.AssertionFailedError: expected: <90> but was: <81>
                \tat shop.CartTest.discountIsAppliedOnce(CartTest.java:42)
                [ERROR] Tests run: 148, Failures: 1, Errors: 0, Skipped: 0
                """;
    }

    private static String diff() {
        return """
                diff --git a/src/main/java/shop/Cart.java b/src/main/java/shop/Cart.java
                index 83db48f..bf2a1c0 100644
                --- a/src/main/java/shop/Cart.java
                +++ b/src/main/java/shop/Cart.java
                @@ -18,13 +18,8 @@ final class Cart {
                     Money total() {
                         Money sum = Money.ZERO;
                         for (Item item : items) {
                -            Money price = item.price();
                -            if (discount.isPresent()) {
                -                price = price.percent(100 - discount.get());
                -            }
                -            sum = sum.plus(price);
                +            sum = sum.plus(item.price());
                         }
                -        return discount.map(percent -> sum.percent(100 - percent)).orElse(sum);
                +        return sum.percent(100 - discount.orElse(0));
                     }
                 }
                diff --git a/src/main/java/shop/Item.java b/src/main/java/shop/Item.java
                --- a/src/main/java/shop/Item.java
                +++ b/src/main/java/shop/Item.java
                @@ -3,2 +3,1 @@
                 record Item(String name, Money price) {
                -    // priced per item now
                 }
                """;
    }
}
