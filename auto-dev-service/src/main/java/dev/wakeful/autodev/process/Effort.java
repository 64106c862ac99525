package dev.wakeful.autodev.process;

import java.time.Duration;

/**
 * What processes have worked so far, those included that they have waited for.
 *
 * @param bytes read and written
 */
public record Effort(Duration cpu, long bytes) {

    public static final Effort NONE = new Effort(Duration.ZERO, 0);

    Effort plus(Effort other) {
        return new Effort(cpu.plus(other.cpu), bytes + other.bytes);
    }
}
