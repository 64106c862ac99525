package dev.wakeful.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JobReportTest {

    @Test
    void itSaysWhatGitHubSays() {
        Instant end = Instant.parse("2026-11-20T10:00:41.5Z");

        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(new JobReport(42, "abc", false, end.minusSeconds(41), end).body());

        assertThat(json.path("action").asString()).isEqualTo("completed");
        assertThat(json.path("repository").path("full_name").asString()).isEqualTo("acme/shop");
        JsonNode job = json.path("workflow_job");
        assertThat(job.path("id").asLong()).isEqualTo(42);
        assertThat(job.path("run_attempt").asInt()).isEqualTo(1);
        assertThat(job.path("head_sha").asString()).isEqualTo("abc");
        assertThat(job.path("head_branch").asString()).isEqualTo("main");
        assertThat(job.path("conclusion").asString()).isEqualTo("failure");
        assertThat(job.path("completed_at").asString()).isEqualTo("2026-11-20T10:00:41Z");
        assertThat(job.path("steps").path(2).path("conclusion").asString()).isEqualTo("failure");
        assertThat(job.path("steps").path(2).path("name").asString()).isEqualTo("Run sh test.sh");
    }

    @Test
    void aGreenJobHasOnlyGreenSteps() {
        String body = new String(new JobReport(42, "abc", true, Instant.EPOCH, Instant.EPOCH).body());

        assertThat(body).contains("\"success\"").doesNotContain("failure");
    }
}
