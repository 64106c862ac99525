package dev.wakeful.budget.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One copy of the ledger in a process of its own, to be killed. Begins at a line on its input and tells what was granted. */
final class LedgerInstance {

    static final String READY = "ready";
    static final String DONE = "done";

    /** So few that a kill after some answers comes in the middle of the work. */
    static final int AT_ONCE = 8;

    private LedgerInstance() {}

    /** Takes the schema's address, what is asked, and which of two instances this is. */
    public static void main(String[] args) throws Exception {
        Load load = Load.valueOf(args[1]);
        try (TestLedger ledger = TestLedger.on(args[0], 6)) {
            ledger.transactions().execute(status -> ledger.ledger().overdue(Instant.EPOCH, 1));
            System.out.println(READY);
            if (System.in.read() >= 0) {
                try (ExecutorService few = Executors.newFixedThreadPool(AT_ONCE)) {
                    run(load.tasks(ledger, Integer.parseInt(args[2])), few);
                }
                System.out.println(DONE);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    /** All at once. */
    static void run(List<Runnable> tasks) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            run(tasks, threads);
        }
    }

    private static void run(List<Runnable> tasks, ExecutorService threads) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        tasks.forEach(task -> all.add(threads.submit(task)));
        for (Future<?> one : all) {
            one.get();
        }
    }
}
