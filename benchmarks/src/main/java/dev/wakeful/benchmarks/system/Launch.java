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
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
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

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

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
        // checks of most benchmarks write time stamps outside of their tree, which no sandbox lets them
        Map<String, String> all = new TreeMap<>(Map.of("wakeful.auto-dev.sandbox.kind", "none"));
        all.putAll(settings);
        all.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
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

    /** The first of four neighbouring ports that nobody uses, below those that the system hands out to clients. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(first -> IntStream.range(first, first + 4).allMatch(Launch::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
