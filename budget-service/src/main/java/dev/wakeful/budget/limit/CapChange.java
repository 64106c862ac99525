package dev.wakeful.budget.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked of a cap.
 *
 * @param beforeMicros the cap until then, absent where there is none of this name
 * @param refusal why it stayed as it was, absent where it was changed
 */
public record CapChange(
        String limit,
        long wantedMicros,
        @Nullable Long beforeMicros,
        @Nullable String refusal,
        String by,
        String reason,
        Instant at) {}
