package dev.wakeful.cli.doctor;

import dev.wakeful.cli.Connection;
import dev.wakeful.cli.process.Program;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful doctor}: fails when there is a problem; warnings do not fail it. */
@Command(name = "doctor", description = "Check this machine and the running system, and say how to mend what is wrong.")
public final class DoctorCommand implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "First of the four ports to check while nothing runs (default: ${DEFAULT-VALUE}).")
    private int port = 8420;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Connection> running = options.ifRunning();
        List<Diagnosis> all = new ArrayList<>();
        for (Check check : machine(running)) {
            all.add(check.diagnose());
        }
        if (running.isPresent()) {
            all.addAll(ConfiguredAgents.of(artefacts(running.get())));
        }
        all.addAll(SystemCheck.of(status(running)));
        boolean well = all.stream().noneMatch(each -> each.verdict() == Diagnosis.Verdict.problem);
        output.print(Map.of("ok", well, "checks", all), ink -> text(all, ink));
        return (well ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private List<Check> machine(Optional<Connection> running) {
        List<Check> checks = new ArrayList<>(basics(running));
        checks.addAll(AgentCheck.all());
        return checks;
    }

    private List<Check> basics(Optional<Connection> running) {
        int first = running.map(connection -> connection.dashboard().getPort()).orElse(port);
        int second = running.map(connection -> connection.webhooks().getPort()).orElse(first + 1);
        return List.of(
                JdkCheck.ofThisProcess(),
                new GitCheck(Program.of("git", "--version")),
                new SetsidCheck(Program.of("setsid", "true")),
                running.<Check>map(connection -> new EscapeCheck(artefacts(connection)))
                        .orElseGet(SandboxCheck::ofThisMachine),
                new DiskCheck(options.directory()),
                new PortCheck("dashboard", first, running),
                new PortCheck("webhooks", second, running),
                new PortCheck("artefacts", second + 1, running),
                new PortCheck("gateway", second + 2, running),
                new ProvidersCheck(System.getenv()));
    }

    private static URI artefacts(Connection connection) {
        return URI.create("http://127.0.0.1:" + (connection.webhooks().getPort() + 1));
    }

    private static Optional<SystemCheck.Status> status(Optional<Connection> running) throws InterruptedException {
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try {
            Server server = new Server(running.get().dashboard(), "");
            return Optional.of(new SystemCheck.Status.Answered(server.get("/status")));
        } catch (CommandFailed silent) {
            return Optional.of(new SystemCheck.Status.Silent(silent));
        }
    }

    private static String text(List<Diagnosis> all, Ink ink) {
        StringBuilder text = new StringBuilder();
        for (Diagnosis each : all) {
            String mark = switch (each.verdict()) {
                case ok -> ink.green("ok     ");
                case warning -> ink.yellow("warning");
                case problem -> ink.red("problem");
            };
            text.append(mark + "  " + String.format(Locale.ROOT, "%-15s", each.check()) + "  " + each.says() + "\n");
            if (!each.fix().isEmpty()) {
                text.append(" ".repeat(26) + ink.dim(each.fix()) + "\n");
            }
        }
        return text.toString();
    }
}
