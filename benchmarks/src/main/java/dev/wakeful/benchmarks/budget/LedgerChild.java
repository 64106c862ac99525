package dev.wakeful.benchmarks.budget;

import dev.wakeful.budget.ledger.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One copy of the ledger in a process of its own, to be killed: reserves until it is refused, then prints how often it was granted. */
public final class LedgerChild {

    static final String READY = "ready";

    private LedgerChild() {}

    /** Takes the database's address, the account's name, its room and the number of callers; begins at a line on its input. */
    public static void main(String[] args) throws Exception {
        try (HotLedger ledger = HotLedger.on(args[0])) {
            List<Scope> scopes = HotLedger.scopes(args[1], Long.parseLong(args[2]));
            ledger.reserve(HotLedger.scopes("warm-up", Integer.MAX_VALUE));
            System.out.println(READY);
            if (System.in.read() >= 0) {
                System.out.println(exhaust(ledger, scopes, Integer.parseInt(args[3])));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    /** How many reservations were granted until every caller had been refused. */
    static long exhaust(HotLedger ledger, List<Scope> scopes, int callers) throws Exception {
        List<Callable<Long>> loops = new ArrayList<>();
        for (int n = 0; n < callers; n++) {
            loops.add(() -> {
                long granted = 0;
                while (ledger.reserve(scopes)) {
                    granted++;
                }
                return granted;
            });
        }
        long granted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> loop : threads.invokeAll(loops)) {
                granted += loop.get();
            }
        }
        return granted;
    }
}
