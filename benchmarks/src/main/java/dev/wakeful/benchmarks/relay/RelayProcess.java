package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.Setup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One {@link RelayChild}, known to the database by its application name. */
record RelayProcess(String name, Process process) implements AutoCloseable {

    static RelayProcess start(Setup setup, String databaseAddress, String broker, String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(setup.java().toString()));
        command.addAll(setup.jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RelayChild.class.getName()));
        command.addAll(List.of(databaseAddress + "&ApplicationName=" + name, broker, name));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new RelayProcess(name, process);
    }

    /** Returns when its relay runs. */
    void awaitReady() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(RelayChild.READY)) {
                return;
            }
        }
        throw new IOException("The relay process " + name + " ended before it was ready");
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
