package dev.wakeful.cli.config;

import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import dev.wakeful.cli.terminal.Table;
import dev.wakeful.policy.Policy;
import dev.wakeful.policy.PolicyRefused;
import dev.wakeful.policy.PolicyText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wakeful config show}. */
@Command(
        name = "show",
        description = "Show every key of the policy, what holds, and whether a file or the default says so.")
final class ConfigShow implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--defaults",
            description = "Print a whole policy file with every default, commented, to begin with.")
    private boolean defaults;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file (default: wakeful.yaml in the data directory, if it is there).")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (defaults && !output.json()) {
            output.out().print(PolicyText.commentedDefaults());
            output.out().flush();
            return ExitCode.OK.code();
        }
        List<Line> lines = policy().settings().stream().map(Line::of).toList();
        output.print(new Shown(lines), ink -> table(ink, lines));
        return ExitCode.OK.code();
    }

    private Policy policy() {
        Path found = file == null ? options.directory().resolve("wakeful.yaml") : file;
        if (defaults || (file == null && !Files.exists(found))) {
            return Policy.defaults();
        }
        try {
            return Policy.of(found);
        } catch (PolicyRefused refused) {
            throw new CommandFailed(
                    ExitCode.FAILED, refused.says(), "Correct it; nothing starts with it as it is.", refused);
        }
    }

    private static String table(Ink ink, List<Line> lines) {
        Table table = new Table(ink, "KEY", "VALUE", "ORIGIN", "MEANING");
        lines.forEach(line -> table.row(
                line.key(),
                line.origin().equals("file") ? ink.bold(line.value()) : line.value(),
                line.origin(),
                line.means() + " (" + line.requirement() + ")"));
        return table.toString();
    }

    private record Shown(List<Line> settings) {}

    /** One key as it is printed. */
    private record Line(String key, String value, String origin, String allowed, String means, String requirement) {

        static Line of(Policy.Setting setting) {
            return new Line(
                    setting.entry().key(),
                    setting.text(),
                    setting.fromFile() ? "file" : "default",
                    setting.entry().allowed(),
                    setting.entry().means(),
                    setting.entry().requirement());
        }
    }
}
