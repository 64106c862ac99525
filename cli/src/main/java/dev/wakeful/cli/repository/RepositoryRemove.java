package dev.wakeful.cli.repository;

import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wakeful repo remove}. */
@Command(name = "remove", description = "Stop keeping a repository healthy; the repository itself is left as it is.")
final class RepositoryRemove implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "OWNER/NAME", description = "Its name, as `wakeful repo list` shows it.")
    private String name = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String[] parts = name.split("/", -1);
        if (spec != null && (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty())) {
            throw new ParameterException(spec.commandLine(), "A repository is named owner/name, got '" + name + "'.");
        }
        options.server().delete("/repositories/" + Server.segment(parts[0]) + "/" + Server.segment(parts[1]));
        output.print(Map.of("removed", name), ink -> "removed " + ink.bold(name) + "\n");
        return 0;
    }
}
