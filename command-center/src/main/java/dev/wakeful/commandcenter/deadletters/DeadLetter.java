package dev.wakeful.commandcenter.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dead letter as people see it; {@code replayedAt} is absent until somebody replays it. */
public record DeadLetter(
        long id,
        String topic,
        String consumer,
        @Nullable String type,
        @Nullable String subject,
        String error,
        Instant at,
        @Nullable Instant replayedAt) {}
