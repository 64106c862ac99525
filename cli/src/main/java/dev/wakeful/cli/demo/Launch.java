package dev.wakeful.cli.demo;

import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the whole system is started as a process of its own.
 *
 * @param data its data directory
 * @param port its first port
 * @param outlive whether it goes on when this process ends
 * @param sandbox whether commands are locked in; without, they run with all rights
 */
record Launch(Path data, int port, boolean outlive, boolean sandbox) {

    List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        if (outlive
                && Stream.of("/usr/bin/setsid", "/bin/setsid").anyMatch(path -> Files.isExecutable(Path.of(path)))) {
            command.add("setsid");
        }
        command.add(System.getProperty(
                "wakeful.java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Stream.of(System.getProperty("wakeful.jvm", "").split("\\s+"))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-jar", jar().toString(), "--data", data.toString(), "--port", String.valueOf(port)));
        if (!outlive) {
            command.addAll(List.of(
                    "--exit-with", String.valueOf(ProcessHandle.current().pid())));
        }
        if (!sandbox) {
            command.addAll(List.of("--set", "wakeful.auto-dev.sandbox.kind=none"));
        }
        return command;
    }

    private static Path jar() throws IOException {
        Path target = Path.of(System.getProperty("wakeful.home", ""), "standalone", "target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> jars = files.filter(
                                file -> file.getFileName().toString().matches("standalone-[0-9].*\\.jar"))
                        .filter(file -> !file.getFileName().toString().matches(".*-(sources|tests|javadoc)\\.jar"))
                        .toList();
                if (jars.size() == 1) {
                    return jars.getFirst();
                }
            }
        }
        throw new CommandFailed(
                ExitCode.FAILED,
                "The system is not built: there is no standalone jar in " + target.toAbsolutePath() + ".",
                "Run it through the script, which builds it: ./wakeful demo");
    }
}
