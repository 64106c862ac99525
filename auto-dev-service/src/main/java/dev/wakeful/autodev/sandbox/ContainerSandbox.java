package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.process.Bounds;
import dev.wakeful.autodev.process.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A container of an engine such as Docker or Podman, made anew for each command from an image that has the repository's tools. The engine's
 * own client does not take its container with it when it is killed; a small shell that waits for its end does.
 */
final class ContainerSandbox implements Sandbox {

    /** What the image knows better than this host. */
    private static final Set<String> NOT_PASSED_ON = Set.of("PATH", "JAVA_HOME");

    private static final List<String> CLIENT =
            List.of("PATH", "HOME", "DOCKER_HOST", "DOCKER_CONTEXT", "CONTAINER_HOST", "XDG_RUNTIME_DIR");
    private static final String OPENING = """
            life=$1 engine=$2 name=$3; shift 3
            mkfifo "$life" || exit 126
            (env -u "$MARKED" setsid sh -c 'cat "$1" >/dev/null; rm -f "$1"; exec "$2" rm --force "$3"' \
            watch "$life" "$engine" "$name" </dev/null >/dev/null 2>&1 &)
            exec 9>"$life"
            exec "$engine" run --name "$name" "$@"
            """.replace("$MARKED", Place.MARK);
    private static final Path JDK = Path.of("/run/wakeful/jdk");

    private final SandboxProperties properties;
    private final Doorway doorway;
    private final Bounds bounds;
    private final Path lives;

    /** @param lives a directory for what tells that a client is gone; no command can write there */
    ContainerSandbox(SandboxProperties properties, Doorway doorway, Bounds bounds, Path lives) {
        this.properties = properties;
        this.doorway = doorway;
        this.bounds = bounds;
        this.lives = lives;
    }

    @Override
    public String name() {
        return "container";
    }

    @Override
    public ProcessBuilder enclose(Enclosure enclosure, List<String> argv) {
        String name = "wakeful-" + UUID.randomUUID();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", OPENING, "container"));
        command.addAll(List.of(life(name).toString(), properties.engine(), name));
        command.addAll(options(enclosure));
        command.add(properties.image());
        command.addAll(doorway.opening(enclosure, JDK));
        command.addAll(argv);
        ProcessBuilder builder = new ProcessBuilder(command);
        client(builder.environment(), enclosure);
        return builder;
    }

    private Path life(String name) {
        try {
            return Files.createDirectories(lives).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("What a container needs could not be written", e);
        }
    }

    private List<String> options(Enclosure enclosure) {
        List<String> options = new ArrayList<>(List.of("--rm", "--interactive", "--init", "--pull", "never"));
        options.addAll(List.of("--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"));
        options.addAll(List.of("--read-only", "--pids-limit", String.valueOf(bounds.processes())));
        options.addAll(List.of("--memory", bounds.memoryMb() + "m", "--memory-swap", bounds.memoryMb() + "m"));
        options.addAll(List.of("--ulimit", "core=0", "--ulimit", "fsize=" + bounds.fileBytes()));
        options.addAll(List.of("--ulimit", "cpu=" + bounds.mostCpuSeconds(), "--user", user(enclosure.place())));
        Place place = enclosure.place();
        volume(options, place.directory(), place.directory(), "rw");
        volume(options, place.home(), place.home(), "rw");
        volume(options, place.temporary(), place.temporary(), "rw");
        volume(options, place.temporary(), Path.of("/tmp"), "rw");
        Stream.concat(enclosure.readable().stream(), properties.readable().stream())
                .distinct()
                .forEach(path -> volume(options, path, path, "ro"));
        Map<Path, Path> doors = doorway.files(enclosure);
        doors.forEach((outside, inside) -> volume(options, outside, inside, "ro"));
        if (!doors.isEmpty()) {
            volume(options, Doorway.JDKS.getFirst(), JDK, "ro");
        }
        Doorway.environment(enclosure).forEach((key, value) -> options.addAll(List.of("--env", key + "=" + value)));
        place.environment().forEach((key, value) -> {
            if (!NOT_PASSED_ON.contains(key)) {
                options.addAll(List.of("--env", key + "=" + value));
            }
        });
        enclosure.environment().keySet().forEach(key -> options.addAll(List.of("--env", key)));
        options.addAll(List.of("--workdir", place.directory().toString()));
        return options;
    }

    private static void volume(List<String> options, Path outside, Path inside, String access) {
        options.addAll(List.of("--volume", outside + ":" + inside + ":" + access));
    }

    /** Files made inside belong to whoever owns the tree. */
    private static String user(Place place) {
        try {
            return Files.getAttribute(place.directory(), "unix:uid") + ":"
                    + Files.getAttribute(place.directory(), "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace " + place.directory() + " is not there", e);
        }
    }

    /** The client keeps its own home: what a command may write must never configure it. What may be secret goes by its environment. */
    private static void client(Map<String, String> environment, Enclosure enclosure) {
        environment.clear();
        CLIENT.stream()
                .filter(key -> System.getenv(key) != null)
                .forEach(key -> environment.put(key, Objects.requireNonNull(System.getenv(key))));
        enclosure.environment().forEach(environment::putIfAbsent);
        environment.put(Place.MARK, enclosure.place().mark());
    }

    @Override
    public URI inside(URI gateway) {
        return doorway.inside(gateway);
    }
}
