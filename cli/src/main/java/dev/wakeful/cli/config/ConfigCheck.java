package dev.wakeful.cli.config;

import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import dev.wakeful.policy.Objection;
import dev.wakeful.policy.Policy;
import dev.wakeful.policy.PolicyRefused;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wakeful config check}: 0 when the file may be used, 1 with a sentence for each thing that is wrong. */
@Command(
        name = "check",
        description = "Say whether a policy file may be used, and if not, each thing that is wrong in it.")
final class ConfigCheck implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file (default: wakeful.yaml in the data directory).")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Path checked = file == null ? options.directory().resolve("wakeful.yaml") : file;
        List<Objection> objections = objections(checked);
        output.print(
                new Checked(objections.isEmpty(), checked.toString(), objections),
                ink -> objections.isEmpty()
                        ? checked + " is valid.\n"
                        : objections.stream().map(each -> each + "\n").collect(Collectors.joining()));
        return objections.isEmpty() ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    private static List<Objection> objections(Path file) {
        try {
            Policy.of(file);
            return List.of();
        } catch (PolicyRefused refused) {
            return refused.objections();
        }
    }

    private record Checked(boolean ok, String file, List<Objection> objections) {}
}
