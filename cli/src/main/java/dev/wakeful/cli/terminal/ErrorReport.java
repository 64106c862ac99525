package dev.wakeful.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever went wrong into one sentence, one remedy and an exit code; the stack trace only with {@code --verbose}. */
public final class ErrorReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        CommandFailed failed = classify(error);
        Ink ink = Ink.of(2);
        command.getErr().println(ink.red("wakeful: ") + failed.getMessage());
        if (!failed.remedy().isEmpty()) {
            command.getErr().println("  " + failed.remedy());
        }
        if (verbose(command)) {
            error.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return failed.exit().code();
    }

    private static CommandFailed classify(Exception error) {
        return switch (error) {
            case CommandFailed failed -> failed;
            case InterruptedException interrupted -> new CommandFailed(ExitCode.INTERRUPTED, "Interrupted.", "");
            case IOException io -> reading(io);
            case UncheckedIOException io -> reading(io);
            default ->
                new CommandFailed(
                        ExitCode.FAILED,
                        "Something unexpected went wrong: " + error,
                        "Run it again with --verbose and report what it shows.");
        };
    }

    private static CommandFailed reading(Exception error) {
        return new CommandFailed(
                ExitCode.FAILED,
                "A file or stream could not be used: " + error.getMessage(),
                "Check that it exists and that you may use it.");
    }

    private static boolean verbose(CommandLine command) {
        CommandLine.Model.CommandSpec mixin = command.getCommandSpec().mixins().get(OutputOptions.MIXIN);
        return mixin != null && ((OutputOptions) mixin.userObject()).verbose();
    }
}
