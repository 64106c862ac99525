package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.ChangeEvent;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the forge tells of a task's change; the newest offer counts. */
final class ChangeFacts {

    private final JdbcClient jdbc;

    ChangeFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(ChangeEvent event, Instant at) {
        jdbc.sql("insert into change (task) values (:task) on conflict do nothing")
                .param("task", event.task().value())
                .update();
        switch (event) {
            case ChangeEvent.Proposed proposed -> proposed(proposed, at);
            case ChangeEvent.Refused refused -> refused(refused, at);
        }
    }

    private void proposed(ChangeEvent.Proposed proposed, Instant at) {
        jdbc.sql("""
                update change set id = :id, swarm = :swarm, pull_request = :pullRequest, branch = :branch, base = :base,
                    head = :head, draft = :draft, url = :url, title = :title, proposed_at = :at
                where task = :task and (proposed_at is null or proposed_at <= :at)
                """)
                .param("task", proposed.task().value())
                .param("id", proposed.change().value())
                .param("swarm", proposed.swarm().value())
                .param("pullRequest", proposed.pullRequest())
                .param("branch", proposed.branch())
                .param("base", proposed.base())
                .param("head", proposed.head().value())
                .param("draft", proposed.draft())
                .param("url", proposed.url())
                .param("title", proposed.title())
                .param("at", Timestamp.from(at))
                .update();
    }

    private void refused(ChangeEvent.Refused refused, Instant at) {
        jdbc.sql("""
                update change set refusal = :reason, refused_at = :at
                where task = :task and (refused_at is null or refused_at <= :at)
                """)
                .param("task", refused.task().value())
                .param("reason", refused.reason())
                .param("at", Timestamp.from(at))
                .update();
    }
}
