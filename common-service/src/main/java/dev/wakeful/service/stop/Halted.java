package dev.wakeful.service.stop;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link StopListener} ended.
 *
 * @param processes how many it ended
 * @param lastEffectAt when the last thing left the system that was under way when it was told; absent when nothing was
 */
public record Halted(int processes, @Nullable Instant lastEffectAt) {

    /** Nothing ran. */
    public static final Halted NOTHING = new Halted(0, null);

    public static Halted processes(int ended) {
        return new Halted(ended, null);
    }

    /** Both together. */
    public Halted and(Halted other) {
        Optional<Instant> last = Stream.of(this, other)
                .flatMap(halted -> Stream.ofNullable(halted.lastEffectAt))
                .max(Instant::compareTo);
        return new Halted(processes + other.processes, last.orElse(null));
    }
}
