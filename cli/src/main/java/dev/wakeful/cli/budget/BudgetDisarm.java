package dev.wakeful.cli.budget;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful budget disarm}: takes back what {@code arm} allowed. */
@Command(name = "disarm", description = "Take back what arm allowed, at once; what is set aside stays set aside.")
final class BudgetDisarm implements Callable<Integer> {

    @Mixin
    private final CapRequest request = new CapRequest();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return request.ask("emergency", "0");
    }
}
