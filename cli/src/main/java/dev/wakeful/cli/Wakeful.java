package dev.wakeful.cli;

import dev.wakeful.cli.approval.ApprovalList;
import dev.wakeful.cli.approval.Approve;
import dev.wakeful.cli.approval.Deny;
import dev.wakeful.cli.budget.BudgetCommand;
import dev.wakeful.cli.checkpoint.CheckpointCommand;
import dev.wakeful.cli.config.ConfigCommand;
import dev.wakeful.cli.demo.DemoCommand;
import dev.wakeful.cli.doctor.DoctorCommand;
import dev.wakeful.cli.emergency.EmergencyStopCommand;
import dev.wakeful.cli.emergency.ResumeCommand;
import dev.wakeful.cli.event.EventCommand;
import dev.wakeful.cli.learning.StrategiesCommand;
import dev.wakeful.cli.mode.AwayCommand;
import dev.wakeful.cli.mode.BackCommand;
import dev.wakeful.cli.mode.ContextCommand;
import dev.wakeful.cli.mode.ModeCommand;
import dev.wakeful.cli.mode.SignInCommand;
import dev.wakeful.cli.repository.RepositoryCommand;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.status.StateCommand;
import dev.wakeful.cli.status.StatusCommand;
import dev.wakeful.cli.status.WatchCommand;
import dev.wakeful.cli.task.TaskCommand;
import dev.wakeful.cli.terminal.ErrorReport;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import dev.wakeful.cli.terminal.UsageReport;
import dev.wakeful.cli.workspace.WorkspaceCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code wakeful} command: everything a person or a script asks of Wakeful at a terminal (CLI-1). */
@Command(
        name = "wakeful",
        synopsisSubcommandLabel = "COMMAND",
        description = "Keeps software healthy while nobody is watching.",
        versionProvider = VersionCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions, before or after the command:%n",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            StateCommand.class,
            WatchCommand.class,
            RepositoryCommand.class,
            EventCommand.class,
            TaskCommand.class,
            EmergencyStopCommand.class,
            ResumeCommand.class,
            ApprovalList.class,
            Approve.class,
            Deny.class,
            ModeCommand.class,
            ContextCommand.class,
            AwayCommand.class,
            BackCommand.class,
            BudgetCommand.class,
            StrategiesCommand.class,
            WorkspaceCommand.class,
            SignInCommand.class,
            ConfigCommand.class,
            CheckpointCommand.class,
            RecoverCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            VersionCommand.class,
            HelpCommand.class
        })
public final class Wakeful implements Runnable {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions server = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and end.")
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command, ready to run; every part of it knows {@code --help}, one-sentence errors and the exit codes. */
    public static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Wakeful())
                .setColorScheme(Help.defaultColorScheme(Ink.of(1) == Ink.COLOURED ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new ErrorReport())
                .setParameterExceptionHandler(new UsageReport());
        command.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
        addHelp(command);
        return command;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
        }
    }

    private static void addHelp(CommandLine command) {
        if (!(command.getCommandSpec().userObject() instanceof HelpCommand)) {
            command.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .type(boolean.class)
                            .description("Show this help and end.")
                            .build());
        }
        command.getSubcommands().values().forEach(Wakeful::addHelp);
    }
}
