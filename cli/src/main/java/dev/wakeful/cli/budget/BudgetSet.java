package dev.wakeful.cli.budget;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wakeful budget set}: asks, and waits for what the ledger answers. */
@Command(name = "set", description = "Change a cap; from now on, with a reason, and kept for ever.")
final class BudgetSet implements Callable<Integer> {

    @Mixin
    private final CapRequest request = new CapRequest();

    @Parameters(
            index = "0",
            paramLabel = "LIMIT",
            description =
                    "Its name in the policy, such as day, night or hour; repository:OWNER/NAME for one repository.")
    private String limit = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", description = "Dollars, such as 25 or 12.50.")
    private String amount = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        return request.ask(limit, amount);
    }
}
