package dev.wakeful.cli.terminal;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Options of every command that prints something; they may stand before or after the command's name. */
public final class OutputOptions {

    /** The name under which commands mix these options in. */
    public static final String MIXIN = "output";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** For people, or for programs. */
    public enum Format {
        table,
        json
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "What to print on standard output: ${COMPLETION-CANDIDATES} (default: table).")
    private @Nullable Format format;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    private boolean verbose;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    public boolean json() {
        return Optional.ofNullable(format)
                        .or(() -> Optional.ofNullable(root().format))
                        .orElse(Format.table)
                == Format.json;
    }

    boolean verbose() {
        return verbose || root().verbose;
    }

    /** Prints the data as JSON when that is asked for, else what the function makes of it for people. */
    public void print(Object data, Function<Ink, String> table) {
        out().print(json() ? JSON.writeValueAsString(data) + "\n" : table.apply(ink()));
        out().flush();
    }

    public PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** Where progress and remarks go, never data. */
    public PrintWriter err() {
        return spec().commandLine().getErr();
    }

    public Ink ink() {
        return Ink.of(1);
    }

    /** Progress goes to standard output for people and to standard error when that one carries JSON. */
    public PrintWriter progress() {
        return json() ? err() : out();
    }

    public Ink progressInk() {
        return Ink.of(json() ? 2 : 1);
    }

    private OutputOptions root() {
        CommandSpec mixin = spec().root().mixins().get(MIXIN);
        return mixin == null ? this : (OutputOptions) mixin.userObject();
    }

    private CommandSpec spec() {
        if (mixee == null) {
            throw new IllegalStateException("These options belong to no command");
        }
        return mixee;
    }
}
