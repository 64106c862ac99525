package dev.wakeful.cli.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What GitHub says when a job of the shop's CI has ended: the body of {@code workflow_job}, action {@code completed}. */
record JobReport(long job, String revision, boolean passed, Instant startedAt, Instant completedAt) {

    static final String EVENT = "workflow_job";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SITE = "https://github.example/" + Shop.NAME;

    byte[] body() {
        return JSON.writeValueAsBytes(Map.of(
                "action", "completed", "workflow_job", workflowJob(), "repository", repository(), "sender", account()));
    }

    private Map<String, Object> workflowJob() {
        String conclusion = passed ? "success" : "failure";
        return Map.ofEntries(
                Map.entry("id", job),
                Map.entry("run_id", job / 3),
                Map.entry("run_attempt", 1),
                Map.entry("workflow_name", "CI"),
                Map.entry("name", "test"),
                Map.entry("head_branch", Shop.BRANCH),
                Map.entry("head_sha", revision),
                Map.entry("status", "completed"),
                Map.entry("conclusion", conclusion),
                Map.entry("html_url", SITE + "/actions/runs/" + job / 3 + "/job/" + job),
                Map.entry("created_at", time(startedAt)),
                Map.entry("started_at", time(startedAt)),
                Map.entry("completed_at", time(completedAt)),
                Map.entry("labels", List.of("ubuntu-latest")),
                Map.entry("runner_name", "runner-7"),
                Map.entry(
                        "steps",
                        List.of(
                                step(1, "Set up job", "success"),
                                step(2, "Check out", "success"),
                                step(3, "Run " + Shop.CHECK, conclusion),
                                step(4, "Complete job", "success"))));
    }

    private Map<String, Object> step(int number, String name, String conclusion) {
        return Map.of(
                "number",
                number,
                "name",
                name,
                "status",
                "completed",
                "conclusion",
                conclusion,
                "started_at",
                time(startedAt),
                "completed_at",
                time(completedAt));
    }

    private static Map<String, Object> repository() {
        return Map.of(
                "id",
                4711,
                "name",
                "shop",
                "full_name",
                Shop.NAME,
                "private",
                false,
                "html_url",
                SITE,
                "default_branch",
                Shop.BRANCH,
                "owner",
                account());
    }

    private static Map<String, Object> account() {
        return Map.of("login", "acme", "id", 42, "type", "Organization");
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
