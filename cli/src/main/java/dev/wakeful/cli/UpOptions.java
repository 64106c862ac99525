package dev.wakeful.cli;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code wakeful up} can be told; shared with the program that really runs the system. */
public final class UpOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:WAKEFUL_DATA:-${sys:user.home}/.wakeful}",
            description = "Where all data is kept (default: $$WAKEFUL_DATA, else ~/.wakeful).")
    private Path data = Path.of("");

    private int port = 8420;

    @Option(names = "--exit-with", paramLabel = "PID", hidden = true, description = "End when that process ends.")
    private @Nullable Long exitWith;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8420",
            description =
                    "Port of the dashboard (default: ${DEFAULT-VALUE}); the next three are for webhooks, artefacts and the "
                            + "gateway to models. All listen on 127.0.0.1 only.")
    void port(int number) {
        if (spec != null && (number < 1 || number > 65_532)) {
            throw new ParameterException(spec.commandLine(), "--port is between 1 and 65532, got " + number + ".");
        }
        port = number;
    }

    /** The data directory as an absolute path; it need not exist yet. */
    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    public int dashboardPort() {
        return port;
    }

    public int webhooksPort() {
        return port + 1;
    }

    public int artefactsPort() {
        return port + 2;
    }

    /** The process whose end is the end of the system too. */
    public OptionalLong exitWith() {
        return exitWith == null ? OptionalLong.empty() : OptionalLong.of(exitWith);
    }
}
