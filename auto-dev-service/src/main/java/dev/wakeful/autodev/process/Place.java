package dev.wakeful.autodev.process;

import dev.wakeful.events.SwarmId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a process runs and all it is told of the world (DEV-4): its directory, a private home and temporary directory, and an allow-list
 * of this process's own environment. Git inside finds no configuration of the host and asks nobody for passwords.
 *
 * @param mark names the swarm and who holds it; every descendant inherits it and is found by it
 */
public record Place(String mark, Path directory, Path home, Path temporary) {

    /** The environment variable that bears the mark. */
    public static final String MARK = "WAKEFUL_SWARM";

    private static final List<String> PASSED_ON = List.of("PATH", "JAVA_HOME", "LANG", "LC_ALL", "TZ");

    /** The mark of what runs for a swarm under one holder's lease. */
    public static String mark(SwarmId swarm, Object token) {
        return swarm.value() + ":" + token;
    }

    /** The mark that a process will bear. */
    public static Optional<String> markIn(ProcessBuilder builder) {
        return Optional.ofNullable(builder.environment().get(MARK));
    }

    /** The whole environment; nothing else is inherited. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Map.of(
                MARK,
                mark,
                "HOME",
                home.toString(),
                "TMPDIR",
                temporary.toString(),
                "CI",
                "true",
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "GIT_ATTR_NOSYSTEM",
                "1",
                "GIT_TERMINAL_PROMPT",
                "0",
                "GIT_LFS_SKIP_SMUDGE",
                "1"));
        PASSED_ON.forEach(name -> {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        });
        return environment;
    }
}
