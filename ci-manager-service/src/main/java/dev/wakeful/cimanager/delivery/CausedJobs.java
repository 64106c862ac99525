package dev.wakeful.cimanager.delivery;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.LineageId;
import dev.wakeful.service.Provenance;
import dev.wakeful.service.outbox.Outbox;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says which jobs the system itself caused (BUD-9), in the lineage of their task. Of a repository that this system neither watches nor has ever
 * offered a change to, a branch of that name is somebody else's. Inside the transaction that records the delivery.
 */
@Component
class CausedJobs {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    CausedJobs(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void say(Understood.OwnJob job, LineageId delivery, Instant acceptedAt) {
        if (isOurs(job)) {
            new Provenance(lineage(job).orElse(delivery), null).<@Nullable Void>call(() -> {
                outbox.append(new BuildEvent.Caused(
                        job.build(),
                        job.repository(),
                        job.task(),
                        job.job(),
                        job.attempt(),
                        job.branch(),
                        job.conclusion(),
                        job.took(),
                        acceptedAt));
                return null;
            });
        }
    }

    private boolean isOurs(Understood.OwnJob job) {
        return jdbc.sql("""
                select exists (select from repository where name = :repository)
                    or exists (select from proposal where repository = :repository)
                """)
                .param("repository", job.repository().value())
                .query(Boolean.class)
                .single();
    }

    private Optional<LineageId> lineage(Understood.OwnJob job) {
        return jdbc.sql("select lineage from proposal where task = :task order by created_at desc limit 1")
                .param("task", job.task() == null ? null : job.task().value())
                .query(String.class)
                .optional()
                .map(LineageId::new);
    }
}
