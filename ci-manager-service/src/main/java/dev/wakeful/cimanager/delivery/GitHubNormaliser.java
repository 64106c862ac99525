package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.BuildId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what GitHub sends: {@code workflow_job} and {@code workflow_run} when completed, and {@code ping}. A run is reported only
 * where it has no jobs to report ({@code startup_failure}), so one failure is never told twice.
 */
final class GitHubNormaliser {

    /** Branches the system makes itself begin so. */
    static final String OWN = "wakeful/";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> RED = Set.of("failure", "timed_out", "startup_failure");
    private static final Instant FIRST_SANE = Instant.parse("2000-01-01T00:00:00Z");

    private GitHubNormaliser() {}

    static Understood understand(Delivery delivery) {
        Instant receivedAt = delivery.receivedAt();
        try {
            Untrusted document = Untrusted.document(MAPPER.readTree(delivery.json()));
            return switch (delivery.event()) {
                case "ping" -> new Understood.Ping();
                case "workflow_job" -> job(document, receivedAt);
                case "workflow_run" -> run(document, receivedAt);
                default -> new Understood.Nothing("the event is not one this system acts on");
            };
        } catch (JacksonException e) {
            return new Understood.Malformed(
                    "the body is not JSON: " + Untrusted.printable(e.getOriginalMessage(), 200));
        } catch (Untrusted.Unfit e) {
            return new Understood.Malformed(e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private static Understood job(Untrusted document, Instant receivedAt) {
        if (!completed(document)) {
            return new Understood.Nothing("the job is not completed");
        }
        Untrusted job = document.object("workflow_job");
        String name = job.required("name", 150);
        String title = job.optional("workflow_name", 150)
                .map(flow -> flow + " / " + name)
                .orElse(name);
        return report(document, job, "github:job:", title, failedStep(job), "completed_at", receivedAt);
    }

    private static Understood run(Untrusted document, Instant receivedAt) {
        if (!completed(document)) {
            return new Understood.Nothing("the run is not completed");
        }
        Untrusted run = document.object("workflow_run");
        if (!run.optional("conclusion", 50).equals(Optional.of("startup_failure"))) {
            return new Understood.Nothing("the run's jobs report for themselves");
        }
        String title =
                run.optional("name", 150).or(() -> run.optional("path", 150)).orElse("workflow");
        return report(document, run, "github:run:", title, Optional.empty(), "updated_at", receivedAt);
    }

    private static boolean completed(Untrusted document) {
        return document.required("action", 50).equals("completed");
    }

    private static Understood report(
            Untrusted document,
            Untrusted ended,
            String kind,
            String title,
            Optional<String> step,
            String endField,
            Instant receivedAt) {
        String conclusion = ended.optional("conclusion", 50).orElse("none");
        boolean red = RED.contains(conclusion);
        if (!red && !conclusion.equals("success")) {
            return new Understood.Nothing("the conclusion " + conclusion + " is neither red nor green");
        }
        Optional<String> branch = ended.optional("head_branch", 250);
        if (branch.isEmpty()) {
            return new Understood.Nothing("it is about no branch");
        }
        if (branch.get().startsWith(OWN)) {
            return new Understood.OwnBranch(branch.get());
        }
        int attempt = (int) Math.min(ended.positive("run_attempt"), Integer.MAX_VALUE);
        return new Understood.Report(
                red,
                new BuildId(kind + ended.positive("id") + ":" + attempt),
                identifier(document.object("repository"), "full_name", RepositoryName::new),
                title,
                attempt,
                identifier(ended, "head_sha", Revision::new),
                branch.get(),
                conclusion,
                step.orElse(null),
                ended.optional("html_url", 2000)
                        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                        .orElse(null),
                time(ended.optional(endField, 50), receivedAt));
    }

    private static <T> T identifier(Untrusted holder, String field, Function<String, T> make) {
        try {
            return make.apply(holder.required(field, 200));
        } catch (IllegalArgumentException e) {
            throw new Untrusted.Unfit(holder.path() + field + ": " + e.getMessage());
        }
    }

    private static Optional<String> failedStep(Untrusted job) {
        return job.node()
                .path("steps")
                .valueStream()
                .filter(step -> RED.contains(step.path("conclusion").asString("")))
                .findFirst()
                .flatMap(step -> new Untrusted(step, "steps.").optional("name", 200));
    }

    /** The sender's clock where it is sane, otherwise ours. */
    private static Instant time(Optional<String> text, Instant receivedAt) {
        try {
            return text.map(Instant::parse)
                    .filter(time -> time.isAfter(FIRST_SANE) && time.isBefore(receivedAt.plus(Duration.ofDays(1))))
                    .orElse(receivedAt);
        } catch (DateTimeParseException e) {
            return receivedAt;
        }
    }
}
