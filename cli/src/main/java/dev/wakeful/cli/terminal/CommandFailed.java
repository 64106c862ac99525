package dev.wakeful.cli.terminal;

import org.jspecify.annotations.Nullable;

/** A command could not do what it was asked: one sentence saying what happened, one saying what to do, and the exit code. */
public final class CommandFailed extends RuntimeException {

    private final ExitCode exit;
    private final String remedy;

    public CommandFailed(ExitCode exit, String what, String remedy) {
        this(exit, what, remedy, null);
    }

    public CommandFailed(ExitCode exit, String what, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.exit = exit;
        this.remedy = remedy;
    }

    public ExitCode exit() {
        return exit;
    }

    /** What a person can do about it. */
    public String remedy() {
        return remedy;
    }
}
