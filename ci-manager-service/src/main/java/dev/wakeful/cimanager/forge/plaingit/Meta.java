package dev.wakeful.cimanager.forge.plaingit;

import dev.wakeful.cimanager.forge.Draft;
import dev.wakeful.cimanager.forge.PullRequest;
import dev.wakeful.events.Revision;
import dev.wakeful.events.TaskId;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A pull request as it is written into Git: a JSON blob under {@code refs/wakeful/pull/<n>/meta}. */
record Meta(
        TaskId task,
        String branch,
        String target,
        Revision base,
        Revision head,
        boolean draft,
        String title,
        String body) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Meta of(Draft draft) {
        return new Meta(
                draft.task(),
                draft.branch(),
                draft.target(),
                draft.base(),
                draft.head(),
                true,
                draft.title(),
                draft.body());
    }

    byte[] json() {
        return MAPPER.writeValueAsBytes(this);
    }

    /** Nothing when somebody else wrote something else there. */
    static Optional<Meta> read(String json) {
        try {
            return Optional.of(MAPPER.readValue(json, Meta.class));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }

    PullRequest pullRequest(long number) {
        return new PullRequest(Long.toString(number), task, branch, target, base, head, draft, title, body);
    }
}
