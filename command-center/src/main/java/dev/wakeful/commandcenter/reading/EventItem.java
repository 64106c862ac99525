package dev.wakeful.commandcenter.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as people see it.
 *
 * @param n its number; numbers grow in the order in which events became visible
 * @param task the task it belongs to, where one is known by now
 */
public record EventItem(
        long n,
        String id,
        String type,
        String subject,
        String source,
        Instant at,
        String lineage,
        @Nullable String traceId,
        @Nullable String task,
        String summary) {

    /** The name of the service that said it. */
    @JsonIgnore
    public String service() {
        return source.substring(source.lastIndexOf('/') + 1);
    }
}
