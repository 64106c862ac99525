package dev.wakeful.cli.budget;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful budget audit}. */
@Command(
        name = "audit",
        description = "Prove that the ledger's journal sums up to its balances; ends with 1 if it does not.")
final class BudgetAudit implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item audit = options.server().get("/budget/audit");
        boolean sound = audit.flag("sound");
        output.print(audit.json(), ink -> {
            StringBuilder text = new StringBuilder(
                    sound
                            ? ink.green("sound") + ": the journal sums up to the balances of every account\n"
                            : ink.red("not sound") + ":\n");
            audit.json().path("discrepancies").forEach(each -> text.append("  " + each.asString("") + "\n"));
            return text.toString();
        });
        return sound ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }
}
