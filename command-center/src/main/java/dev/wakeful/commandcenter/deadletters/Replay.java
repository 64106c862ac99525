package dev.wakeful.commandcenter.deadletters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a record back on its topic, byte for byte; returns when the broker has acknowledged it. */
public interface Replay {

    /** @throws RuntimeException when the broker does not take it */
    void send(String topic, @Nullable String key, byte @Nullable [] value, List<DeadRecord.Header> headers);
}
