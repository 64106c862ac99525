package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * BUD-3: a thousand reservations at once on one nearly empty account, from two processes of which one is killed with -9 in the middle.
 * What the killed one was asked is asked again, as its callers and Kafka do.
 */
class KilledInstanceIT {

    private final String schema = TestLedger.freshSchema();

    @Test
    void exactlyAsManyAsFitAreGranted() throws Exception {
        List<String> told = runAndKillOne(Load.COMBINED, 5);

        try (TestLedger restarted = TestLedger.on(schema, 2)) {
            LedgerInstance.run(Load.COMBINED.tasks(restarted, 0));

            assertThat(pending(restarted)).hasSize(Load.ROOM);
            assertThat(restarted.balance(Load.DAY.name())).containsExactly(Load.ROOM * 70L, 0L, 0L);
            assertThat(pending(restarted)).containsAll(told);
            assertThat(restarted.audit().discrepancies()).isEmpty();
        }
    }

    @Test
    void everyEventTwiceAndOutOfOrderGrantsNoMoreAndSettlesNothingTwice() throws Exception {
        runAndKillOne(Load.EVENTS, 400);

        try (TestLedger restarted = TestLedger.on(schema, 6)) {
            LedgerInstance.run(Load.EVENTS.tasks(restarted, 0));

            assertThat(mostEverInUse(restarted))
                    .isLessThanOrEqualTo(Load.DAY.limit().micros());
            assertThat(pending(restarted))
                    .isNotEmpty()
                    .allMatch(swarm -> Integer.parseInt(swarm.substring("swarm-".length())) % 4 != 0);
            assertThat(bookedTwice(restarted)).isEmpty();
            assertThat(restarted.audit().discrepancies()).isEmpty();
        }
    }

    /** Answers what was told to have been granted. */
    private List<String> runAndKillOne(Load load, int linesBeforeTheKill) throws Exception {
        try (Instance killed = Instance.start(schema, load, 0);
                Instance other = Instance.start(schema, load, 1)) {
            killed.begin();
            other.begin();
            List<String> lines = new ArrayList<>();
            for (int n = 0; n < linesBeforeTheKill; n++) {
                String line = killed.output.readLine();
                assertThat(line).as("it has not ended").isNotNull().isNotEqualTo(LedgerInstance.DONE);
                lines.add(line);
            }
            // by its handle: the process itself would close what it has told
            killed.process.toHandle().destroyForcibly();
            killed.process.waitFor();
            killed.output.lines().forEach(lines::add);
            assertThat(lines)
                    .as("it was killed in the middle, with requests that it had not decided")
                    .doesNotContain(LedgerInstance.DONE)
                    .hasSizeLessThan(load.tasksOf(0) - LedgerInstance.AT_ONCE);
            for (String line = other.output.readLine(); !LedgerInstance.DONE.equals(line); ) {
                assertThat(line).as("the other instance lives on").isNotNull();
                lines.add(line);
                line = other.output.readLine();
            }
            return lines.stream()
                    .filter(line -> line.startsWith(Load.GRANTED))
                    .map(line -> line.substring(Load.GRANTED.length()))
                    .toList();
        }
    }

    private static List<String> pending(TestLedger ledger) {
        return ledger.jdbc()
                .sql("select holder from reservation where state = 'PENDING'")
                .query(String.class)
                .list();
    }

    /** Over every prefix of the journal. */
    private static long mostEverInUse(TestLedger ledger) {
        return ledger.jdbc()
                .sql(
                        "select max(used) from (select sum(reserved_micros + spent_micros) over (order by id) as used from journal) as prefix")
                .query(Long.class)
                .single();
    }

    private static List<String> bookedTwice(TestLedger ledger) {
        return ledger.jdbc()
                .sql("select reservation || kind from journal group by reservation, kind having count(*) > 1")
                .query(String.class)
                .list();
    }

    private record Instance(Process process, BufferedReader output) implements AutoCloseable {

        static Instance start(String schema, Load load, int number) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LedgerInstance.class.getName(),
                            schema,
                            load.name(),
                            Integer.toString(number))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Instance(process, process.inputReader(StandardCharsets.UTF_8));
        }

        void begin() throws IOException {
            for (String line = output.readLine(); !LedgerInstance.READY.equals(line); line = output.readLine()) {
                assertThat(line).as("the instance starts").isNotNull();
            }
            new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true).println();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
