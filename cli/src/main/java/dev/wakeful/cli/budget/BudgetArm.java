package dev.wakeful.cli.budget;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wakeful budget arm}: asks that emergencies may use up to $200 a day (MODE-4). */
@Command(name = "arm", description = "Let emergencies use up to $200 a day; until it is disarmed.")
final class BudgetArm implements Callable<Integer> {

    @Mixin
    private final CapRequest request = new CapRequest();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return request.ask("emergency", "200");
    }
}
