package dev.wakeful.benchmarks.gateway;

import dev.wakeful.budget.BudgetApplication;
import dev.wakeful.service.ServiceApplication;
import java.io.IOException;

/** The whole budget service in a process of its own; takes its settings, prints its port, and ends with its parent. */
public final class GatewayChild {

    private GatewayChild() {}

    public static void main(String[] args) {
        System.setProperty("wakeful.logs", System.getProperty("java.io.tmpdir") + "/wakeful-bench-logs");
        String port = ServiceApplication.run(BudgetApplication.class, "budget", args)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        System.out.println(READY + port);
        System.out.flush();
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // the pipe is broken: the parent is gone
        }
        Runtime.getRuntime().halt(0);
    }

    /** Begins the line that names the port. */
    static final String READY = "gateway on ";
}
