package dev.wakeful.benchmarks.footprint;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.system.ProcessUse;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a Java process takes that does nothing. */
final class Floors {

    private static final long END_SECONDS = 30;

    private final Setup setup;

    Floors(Setup setup) {
        this.setup = setup;
    }

    /** One start: to the end of {@code java -version}, or to the word of an empty context, and its resident memory then. */
    record Start(double millis, double residentMiB) {}

    Start javaVersion() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = start(List.of("-version"));
        process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        return new Start(millisSince(began), 0);
    }

    Start emptyContext() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = start(List.of("-cp", System.getProperty("java.class.path"), EmptyContext.class.getName()));
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null && !line.equals(EmptyContext.READY)) {
                line = output.readLine();
            }
            Start start = new Start(millisSince(began), ProcessUse.residentMiB(process.pid()));
            process.getOutputStream().close();
            return start;
        } finally {
            process.destroy();
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(setup.java().toString()));
        command.addAll(setup.jvm());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
