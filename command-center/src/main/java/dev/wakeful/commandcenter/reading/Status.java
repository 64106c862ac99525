package dev.wakeful.commandcenter.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wakeful.commandcenter.emergency.Safety;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the installation is.
 *
 * @param mode the stance in force; absent before the planner has spoken for the first time
 * @param safety whether the system is stopped, and how quiet it is
 * @param startedAt when this command center started
 * @param tasks number of tasks by state; states without tasks are left out
 * @param deadLetters those that nobody has replayed yet
 */
public record Status(
        String version,
        @Nullable String mode,
        Safety safety,
        Instant startedAt,
        List<ServiceState> services,
        Map<String, Long> tasks,
        SwarmCount swarms,
        Spending budget,
        long repositories,
        long deadLetters,
        List<Unmatched> unmatched) {

    /** Which instances that are up run commands of others without any sandbox (DEV-4); empty: none does. */
    @JsonProperty("withoutSandbox")
    public List<String> withoutSandbox() {
        return withoutSandbox(services);
    }

    static List<String> withoutSandbox(List<ServiceState> services) {
        return services.stream()
                .filter(each -> each.state().equals("up") && "none".equals(each.sandbox()))
                .map(ServiceState::instance)
                .toList();
    }

    /**
     * One running copy of a service; {@code state} is {@code up} or {@code missing}.
     *
     * @param sandbox in which it runs commands of others; absent: it runs none, or has not told
     */
    public record ServiceState(
            String service,
            String instance,
            String state,
            @Nullable Instant lastBeat,
            @Nullable String sandbox) {}

    /** Attempts by how far they are. */
    public record SwarmCount(long running, long completed, long failed) {}

    /** Set aside for attempts that are not settled yet, and spent so far; in micro-dollars. */
    public record Spending(long reservedMicros, long spentMicros) {}

    /** A repository CI speaks of and nobody added; {@code hint} is the command that adds it. */
    public record Unmatched(String repository, Instant since, String hint) {}
}
