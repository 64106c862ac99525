package dev.wakeful.benchmarks.floor;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.cli.server.Webhooks;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process with the system's JVM flags, and a broker, a database and a web server of the same kind, that takes one step at a time when
 * asked and says how long it took.
 */
public final class FloorProcess implements AutoCloseable {

    private static final long END_SECONDS = 30;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final Webhooks noOp;

    private FloorProcess(Process process, BufferedReader answers, PrintWriter questions, URI noOp) {
        this.process = process;
        this.answers = answers;
        this.questions = questions;
        this.noOp = new Webhooks(noOp, "secret");
    }

    /** Starts it and waits until it can be asked. */
    public static FloorProcess start(Setup setup, Path directory) throws IOException {
        List<String> command = new ArrayList<>(List.of(setup.java().toString()));
        command.addAll(setup.jvm());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FloorMain.class.getName()));
        command.add(directory.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(new File(directory.toFile(), "floor-errors.txt"))
                .start();
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        return new FloorProcess(process, answers, questions, URI.create("http://127.0.0.1:" + answer(answers)));
    }

    private static long answer(BufferedReader answers) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(FloorMain.ANSWER)) {
                return Long.parseLong(line.substring(FloorMain.ANSWER.length()));
            }
        }
        throw new IOException("The process that measures the floors has ended");
    }

    /** Takes the step once and returns how long it took. */
    public synchronized long nanos(Floor floor, byte[] body) throws IOException, InterruptedException {
        if (floor == Floor.HTTP) {
            long began = System.nanoTime();
            noOp.deliver("workflow_job", "floor", body);
            return System.nanoTime() - began;
        }
        questions.println(floor.name());
        return answer(answers);
    }

    @Override
    public void close() throws InterruptedException {
        questions.close();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
