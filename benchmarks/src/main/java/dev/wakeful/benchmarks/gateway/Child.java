package dev.wakeful.benchmarks.gateway;

import dev.wakeful.benchmarks.Setup;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process with the same JVM flags as the system, ended with this one. */
record Child(Process process, BufferedReader output) implements AutoCloseable {

    static Child start(Setup setup, Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(setup.java().toString()));
        command.addAll(setup.jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Child(process, process.inputReader(StandardCharsets.UTF_8));
    }

    String firstLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("A process of the benchmark ended before it was ready");
        }
        return line;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
