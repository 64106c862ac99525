package dev.wakeful.service.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and where a service writes checkpoints (STATE-2).
 *
 * @param every how often one is written when something has changed, counted from midnight UTC, so that all services write at the same time
 * @param atLeastEvery how often one is written although nothing has changed
 * @param keep how long one is kept; the newest always is
 * @param directory where the files go; absent: only the database has them
 * @param git a local Git repository that gets each one as a commit; absent: none
 * @param passingTables tables whose changes alone are not worth a checkpoint
 */
@ConfigurationProperties("wakeful.checkpoint")
public record CheckpointProperties(
        @DefaultValue("5m") Duration every,
        @DefaultValue("1h") Duration atLeastEvery,
        @DefaultValue("24h") Duration keep,
        @Nullable Path directory,
        @Nullable Path git,
        @DefaultValue List<String> passingTables) {

    public CheckpointProperties {
        requirePositive("every", every);
        requirePositive("at-least-every", atLeastEvery);
        requirePositive("keep", keep);
        directory = absolute(directory);
        git = absolute(git);
        passingTables = List.copyOf(passingTables);
    }

    Optional<Path> files() {
        return Optional.ofNullable(directory);
    }

    Optional<Path> repository() {
        return Optional.ofNullable(git);
    }

    private static @Nullable Path absolute(@Nullable Path path) {
        return path == null || path.toString().isBlank()
                ? null
                : path.toAbsolutePath().normalize();
    }

    private static void requirePositive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("wakeful.checkpoint." + key + " must be positive, is " + value);
        }
    }
}
