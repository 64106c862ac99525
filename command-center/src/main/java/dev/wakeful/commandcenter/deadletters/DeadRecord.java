package dev.wakeful.commandcenter.deadletters;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record nobody could handle, as it came.
 *
 * @param topic where it came from and where a replay puts it
 * @param place where it lies among the dead letters; the same place is the same letter
 * @param headers the original headers in their order
 */
public record DeadRecord(
        String topic,
        Place place,
        @Nullable String key,
        byte @Nullable [] value,
        List<Header> headers,
        Blame blame,
        Instant at) {

    public DeadRecord {
        headers = List.copyOf(headers);
    }

    /** A record's coordinates. */
    public record Place(String topic, int partition, long offset) {}

    /** Who could not handle what, and why. */
    public record Blame(
            String consumer,
            @Nullable String type,
            @Nullable String subject,
            String error) {}

    /** One header, byte for byte. */
    public record Header(String name, byte @Nullable [] value) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Header header && name.equals(header.name) && Arrays.equals(value, header.value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, Arrays.hashCode(value));
        }
    }
}
