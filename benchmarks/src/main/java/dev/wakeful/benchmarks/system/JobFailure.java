package dev.wakeful.benchmarks.system;

import dev.wakeful.cli.server.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GitHub says when a job has failed just now.
 *
 * @param id of the job, unique
 * @param job its name; each name is a failure, a finding and a swarm of its own
 */
public record JobFailure(long id, String job, String repository, String revision) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WORKFLOW = "CI";

    /** As the system names the job. */
    public String fullName() {
        return WORKFLOW + " / " + job;
    }

    /** Delivers it and returns when it is accepted. */
    public void deliver(Webhooks webhooks) throws InterruptedException {
        webhooks.deliver("workflow_job", Webhooks.newDelivery(), body());
    }

    public byte[] body() {
        Map<String, Object> workflowJob = Map.ofEntries(
                Map.entry("id", id),
                Map.entry("run_id", id),
                Map.entry("run_attempt", 1),
                Map.entry("name", job),
                Map.entry("workflow_name", WORKFLOW),
                Map.entry("head_sha", revision),
                Map.entry("head_branch", "main"),
                Map.entry("status", "completed"),
                Map.entry("conclusion", "failure"),
                Map.entry("completed_at", Instant.now().toString()),
                Map.entry("html_url", "https://github.example/" + repository + "/actions/runs/" + id),
                Map.entry("steps", List.of(Map.of("name", "Run tests", "number", 1, "conclusion", "failure"))));
        return JSON.writeValueAsBytes(Map.of(
                "action", "completed", "workflow_job", workflowJob, "repository", Map.of("full_name", repository)));
    }
}
