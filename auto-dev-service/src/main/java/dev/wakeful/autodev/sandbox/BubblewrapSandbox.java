package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.process.Place;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Linux namespaces by bubblewrap: no network but its own loopback, no process but its own, no file but the system's programs and what the
 * enclosure names. Paths inside are those outside, so that what is said about a file holds on both sides. Everything dies with the process
 * that is started, whatever it has made of itself.
 */
final class BubblewrapSandbox implements Sandbox {

    private final Bubblewrap program;
    private final HostFiles host;
    private final Doorway doorway;
    private final Limits limits;
    private final List<Path> readable;

    BubblewrapSandbox(Bubblewrap program, HostFiles host, Doorway doorway, Limits limits, List<Path> readable) {
        this.program = program;
        this.host = host;
        this.doorway = doorway;
        this.limits = limits;
        this.readable = readable;
    }

    @Override
    public String name() {
        return "bubblewrap";
    }

    @Override
    public ProcessBuilder enclose(Enclosure enclosure, List<String> argv) {
        Mounts mounts = mounts(enclosure);
        List<String> command = new ArrayList<>(limits.outside());
        command.addAll(program.opening());
        command.addAll(mounts.arguments());
        command.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        command.addAll(List.of("--chdir", enclosure.place().directory().toString(), "--"));
        command.addAll(limits.inside());
        command.addAll(doorway.opening(enclosure, Doorway.JDKS.getFirst()));
        command.addAll(argv);
        return started(enclosure, command);
    }

    /** The environment goes the usual way: on the command line everybody on the machine could read it. */
    private static ProcessBuilder started(Enclosure enclosure, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(enclosure.place().directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(enclosure.place().environment());
        builder.environment().putAll(Doorway.environment(enclosure));
        builder.environment().putAll(enclosure.environment());
        return builder;
    }

    private Mounts mounts(Enclosure enclosure) {
        Place place = enclosure.place();
        List<Path> writable = List.of(place.home(), place.temporary(), place.directory());
        List<Path> borrowed = Stream.concat(
                        Stream.concat(Doorway.JDKS.stream(), readable.stream()), enclosure.readable().stream())
                .filter(path -> !path.startsWith("/usr"))
                .toList();
        Mounts mounts = new Mounts(program.sizes());
        host.system(mounts, place.home(), borrowed);
        mounts.temporary(
                place.temporary(),
                Stream.concat(writable.stream(), borrowed.stream()).toList());
        writable.forEach(mounts::writable);
        borrowed.forEach(path -> mounts.readable(path, writable));
        doorway.files(enclosure).forEach(mounts::readOnly);
        return mounts;
    }

    @Override
    public URI inside(URI gateway) {
        return doorway.inside(gateway);
    }
}
