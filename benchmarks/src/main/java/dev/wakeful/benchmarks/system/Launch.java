package dev.wakeful.benchmarks.system;

import dev.wakeful.benchmarks.Setup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the system is started.
 *
 * @param data its data directory
 * @param moreJvm JVM flags on top of those of the start script
 * @param settings settings of services that differ from the defaults
 * @param more arguments of the program
 */
public record Launch(Path data, List<String> moreJvm, Map<String, String> settings, List<String> more) {

    public Launch {
        moreJvm = List.copyOf(moreJvm);
        settings = Map.copyOf(settings);
        more = List.copyOf(more);
    }

    public static Launch in(Path data) {
        return new Launch(data, List.of(), Map.of(), List.of());
    }

    public Launch with(Map<String, String> other) {
        return new Launch(data, moreJvm, other, more);
    }

    public Launch withJvm(String... flags) {
        return new Launch(data, List.of(flags), settings, more);
    }

    public Launch withArguments(String... arguments) {
        return new Launch(data, moreJvm, settings, List.of(arguments));
    }

    List<String> command(Setup setup) throws IOException {
        List<String> command = new ArrayList<>(List.of(setup.java().toString()));
        command.addAll(setup.jvm());
        command.addAll(moreJvm);
        command.addAll(List.of("-jar", jar(setup).toString(), "--data", data.toString()));
        command.addAll(List.of("--port", Integer.toString(freePort())));
        command.addAll(
                List.of("--exit-with", Long.toString(ProcessHandle.current().pid())));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        command.addAll(more);
        return command;
    }

    private static Path jar(Setup setup) throws IOException {
        Path target = setup.home().resolve("standalone/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("standalone-[0-9].*(?<!-sources|-tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("The system is not built: there is no standalone jar in " + target));
        }
    }

    /** The first of three neighbouring ports that nobody uses. */
    private static int freePort() throws IOException {
        while (true) {
            int first = free(0);
            if (first > 0 && first < 65_000 && free(first + 1) > 0 && free(first + 2) > 0) {
                return first;
            }
        }
    }

    private static int free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return -1;
        }
    }
}
