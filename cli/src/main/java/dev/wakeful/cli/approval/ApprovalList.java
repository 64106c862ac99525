package dev.wakeful.cli.approval;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful approvals}. */
@Command(name = "approvals", description = "Show the questions that wait for a person.")
public final class ApprovalList implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--all", description = "Also those that were answered, expired or were replaced.")
    private boolean all;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Item answer = options.server().get("/approvals?all=" + all);
        output.print(answer.json(), ink -> {
            StringBuilder text = new StringBuilder();
            answer.items("approvals")
                    .forEach(each -> text.append(new QuestionText(ink).of(each)).append('\n'));
            return text.isEmpty() ? "Nothing waits for an answer.\n" : text.toString();
        });
        return 0;
    }
}
