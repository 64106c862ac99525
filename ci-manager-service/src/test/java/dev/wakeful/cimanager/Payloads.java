package dev.wakeful.cimanager;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What GitHub sends, from a recorded {@code workflow_job} of {@code @octokit/webhooks-examples} (MIT), trimmed. */
public final class Payloads {

    /** The repository of the recorded payload, as this system writes it. */
    public static final String RECORDED = "codertocat/hello-world";

    private Payloads() {}

    public static String recordedFailure() {
        try (InputStream in = Payloads.class.getResourceAsStream("/github-workflow-job-failure.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded failure of another repository and job. */
    public static String failure(String repository, long job) {
        return edited(payload -> {
            payload.withObject("repository").put("full_name", repository);
            payload.withObject("workflow_job").put("id", job);
        });
    }

    public static String edited(Consumer<ObjectNode> change) {
        ObjectNode payload = (ObjectNode) JsonMapper.shared().readTree(recordedFailure());
        change.accept(payload);
        return payload.toString();
    }
}
