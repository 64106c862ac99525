package dev.wakeful.benchmarks.floor;

import dev.wakeful.standalone.EmbeddedBroker;
import dev.wakeful.standalone.EmbeddedDatabase;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/** The other side of {@link FloorProcess}: prints the web server's port, then one number of nanoseconds per question. */
public final class FloorMain {

    /** What an answer begins with. */
    static final String ANSWER = "floor ";

    private FloorMain() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        System.setProperty("wakeful.logs", directory.toString());
        PrintStream answers = System.out;
        System.setOut(System.err);
        EmbeddedBroker broker = EmbeddedBroker.in(Files.createDirectories(directory.resolve("floor-kafka")));
        broker.start();
        try (EmbeddedDatabase database = EmbeddedDatabase.in(directory.resolve("floor-postgresql"));
                broker;
                ConfigurableApplicationContext web = NoOpServer.start();
                CommitFloor commit = CommitFloor.open(database.addressFor("floor"));
                HopFloor hop = HopFloor.open(broker.address())) {
            SpawnFloor spawn = new SpawnFloor(directory.resolve("floor-stamps"));
            answers.println(ANSWER + NoOpServer.port(web));
            answer(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    answers,
                    question -> switch (question) {
                        case HTTP -> throw new IllegalArgumentException("HTTP is measured from outside");
                        case COMMIT -> commit.nanos();
                        case HOP -> hop.nanos();
                        case SPAWN -> spawn.nanos();
                    });
        }
        Runtime.getRuntime().halt(0);
    }

    private static void answer(BufferedReader questions, PrintStream answers, Step step) throws Exception {
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(ANSWER + step.nanos(Floor.valueOf(line)));
        }
    }

    /** Takes the step and says how long it took. */
    private interface Step {
        long nanos(Floor floor) throws Exception;
    }
}
