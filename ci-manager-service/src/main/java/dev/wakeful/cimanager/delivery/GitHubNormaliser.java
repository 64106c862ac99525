package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.BuildId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what GitHub sends: {@code workflow_job} and {@code workflow_run} when completed, {@code push} as a sign of life, and {@code ping}. A run is reported only
 * where it has no jobs to report ({@code startup_failure}), so one failure is never told twice.
 */
final class GitHubNormaliser {

    /** Branches the system makes itself begin so. */
    static final String OWN = "wakeful/";

    /** What this system names tasks like. */
    private static final Pattern TASK = Pattern.compile("task-[0-9a-f]{12}-[0-9a-f]{16}");

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
                case "push" -> push(document, receivedAt);
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
        Optional<String> own = job.optional("head_branch", 250).filter(branch -> branch.startsWith(OWN));
        return own.isPresent()
                ? ownJob(document, job, title, own.get())
                : report(document, job, "github:job:", title, failedStep(job), "completed_at", receivedAt);
    }

    /** Whatever its conclusion, it has cost what it took (BUD-9). */
    private static Understood ownJob(Untrusted document, Untrusted job, String title, String branch) {
        int attempt = attempt(job);
        String conclusion = job.optional("conclusion", 50).orElse("none");
        return new Understood.OwnJob(
                new BuildId("github:job:" + job.positive("id") + ":" + attempt),
                identifier(document.object("repository"), "full_name", RepositoryName::new),
                TASK.matcher(branch.substring(OWN.length())).matches()
                        ? new TaskId(branch.substring(OWN.length()))
                        : null,
                title,
                attempt,
                branch,
                conclusion,
                conclusion.equals("skipped") ? Duration.ZERO : JobTime.between(job));
    }

    private static int attempt(Untrusted ended) {
        return (int) Math.min(ended.positive("run_attempt"), Integer.MAX_VALUE);
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

    /** What an app pushes is nobody's sign of life, and what the system pushes itself neither (MODE-6). */
    private static Understood push(Untrusted document, Instant receivedAt) {
        String branch = document.required("ref", 250).replaceFirst("^refs/heads/", "");
        if (branch.startsWith(OWN)) {
            return new Understood.OwnBranch(branch);
        }
        Untrusted sender = document.object("sender");
        if (!sender.optional("type", 50).equals(Optional.of("User"))) {
            return new Understood.Nothing("no person has pushed");
        }
        Untrusted repository = document.object("repository");
        return new Understood.Push(
                identifier(repository, "full_name", RepositoryName::new),
                sender.required("login", 60),
                pushedAt(repository, receivedAt));
    }

    /** A delivery may come late, or again; it says seconds since 1970, and where it does not, our clock counts. */
    private static Instant pushedAt(Untrusted repository, Instant receivedAt) {
        long seconds = repository.node().path("pushed_at").asLong(0);
        Instant pushed = Instant.ofEpochSecond(Math.clamp(seconds, 0L, receivedAt.getEpochSecond()));
        return pushed.isAfter(FIRST_SANE) ? pushed : receivedAt;
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
        int attempt = attempt(ended);
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
