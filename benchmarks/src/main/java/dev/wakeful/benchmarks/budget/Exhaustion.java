package dev.wakeful.benchmarks.budget;

import dev.wakeful.benchmarks.Setup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An account that is used up, exactly.
 *
 * @param room how many reservations fit
 * @param granted how many callers were told so; of a killed process nothing is known
 * @param held how many are durable
 */
record Exhaustion(long room, long granted, long held, long overshootMicros, List<String> discrepancies) {

    boolean isExact() {
        return held == room && overshootMicros == 0 && discrepancies.isEmpty();
    }

    static Exhaustion byOne(HotLedger ledger, String name, long room, int callers) throws Exception {
        long granted = LedgerChild.exhaust(ledger, HotLedger.scopes(name, room), callers);
        return found(ledger, name, room, granted);
    }

    /** Two processes share the callers; one of them is killed with -9 after some of the room is used. */
    static Exhaustion withKill(Setup setup, HotLedger ledger, String address, String name, long room, int callers)
            throws Exception {
        try (Child one = Child.start(setup, address, name, room, callers / 2);
                Child other = Child.start(setup, address, name, room, callers / 2)) {
            one.awaitReady();
            other.awaitReady();
            one.begin();
            other.begin();
            long some = ThreadLocalRandom.current().nextLong(room / 5, room / 2);
            while (ledger.held(name) < some) {
                Thread.sleep(1);
            }
            one.process.destroyForcibly().waitFor();
            return found(ledger, name, room, other.granted());
        }
    }

    private static Exhaustion found(HotLedger ledger, String name, long room, long granted) {
        return new Exhaustion(room, granted, ledger.held(name), ledger.overshoot(name, room), ledger.discrepancies());
    }

    private record Child(Process process, BufferedReader output) implements AutoCloseable {

        static Child start(Setup setup, String address, String name, long room, int callers) throws IOException {
            List<String> command = new ArrayList<>(List.of(setup.java().toString()));
            command.addAll(setup.jvm());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), LedgerChild.class.getName()));
            command.addAll(List.of(address, name, Long.toString(room), Integer.toString(callers)));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Child(process, process.inputReader(StandardCharsets.UTF_8));
        }

        void awaitReady() throws IOException {
            for (String line = output.readLine(); !LedgerChild.READY.equals(line); line = output.readLine()) {
                if (line == null) {
                    throw new IOException("A ledger process ended before it was ready");
                }
            }
        }

        void begin() {
            new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true).println();
        }

        long granted() throws IOException {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("The ledger process that was to survive has ended");
            }
            return Long.parseLong(line);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
