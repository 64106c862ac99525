package dev.wakeful.cli.budget;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful budget}. */
@Command(
        name = "budget",
        description = "Show the caps and what is left of them; set one, or prove the ledger.",
        subcommands = {BudgetSet.class, BudgetArm.class, BudgetDisarm.class, BudgetAudit.class})
public final class BudgetCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item budget = options.server().get("/budget");
        output.print(budget.json(), ink -> new BudgetText(ink, Instant.now()).of(budget));
        return 0;
    }
}
