package dev.wakeful.cli.server;

import dev.wakeful.cli.Connection;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/**
 * Which Wakeful a command speaks to: the one that uses the data directory, unless an address is given. The options may stand before or
 * after the command's name. The local token is never sent to an address given by hand.
 */
public final class ServerOptions {

    /** The name under which commands mix these options in. */
    public static final String MIXIN = "server";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the running Wakeful (default: $$WAKEFUL_DATA, else ~/.wakeful).")
    private @Nullable Path data;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Address of the dashboard instead (default: $$WAKEFUL_SERVER).")
    private @Nullable URI server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Bearer token for --server (default: $$WAKEFUL_TOKEN).")
    private @Nullable String token;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "How you are called in what you say (default: $$WAKEFUL_AS, else your user name).")
    private @Nullable String as;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec mixee;

    /**
     * The running Wakeful, told that a person is here unless the command prints for a program; ends the command with
     * {@link ExitCode#NOT_RUNNING} when there is none.
     */
    public Server server() throws IOException {
        return forProgram() ? quietly() : quietly().withPerson(person());
    }

    /** The name that what is said is kept with; it gives no right. */
    public String person() {
        return given(options -> options.as)
                .or(() -> variable("WAKEFUL_AS"))
                .orElseGet(() -> System.getProperty("user.name", "operator"));
    }

    /** The running Wakeful, which does not take this for a sign of life. */
    public Server quietly() throws IOException {
        Optional<URI> given = given(options -> options.server)
                .or(() -> variable("WAKEFUL_SERVER").map(URI::create));
        Optional<String> givenToken = given(options -> options.token).or(() -> variable("WAKEFUL_TOKEN"));
        if (given.isPresent()) {
            return new Server(http(given.get()), givenToken.orElse(""));
        }
        Connection connection = connection();
        return new Server(connection.dashboard(), givenToken.orElse(connection.token()));
    }

    /** How to reach the Wakeful that uses the data directory. */
    public Connection connection() throws IOException {
        return ifRunning()
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.NOT_RUNNING,
                        "Wakeful is not running on " + directory() + ".",
                        "Start it with `wakeful up`, or name its data directory with --data."));
    }

    public Optional<Connection> ifRunning() throws IOException {
        try {
            return Connection.of(directory());
        } catch (JacksonException broken) {
            throw new CommandFailed(
                    ExitCode.NOT_RUNNING,
                    "connection.json in " + directory() + " cannot be understood.",
                    "Restart Wakeful: it writes the file anew.",
                    broken);
        }
    }

    public Path directory() {
        return given(options -> options.data)
                .or(() -> variable("WAKEFUL_DATA").map(Path::of))
                .orElse(Path.of(System.getProperty("user.home"), ".wakeful"))
                .toAbsolutePath()
                .normalize();
    }

    /** Whether an address was given by hand, so that the data directory does not count. */
    public boolean remote() {
        return given(options -> options.server).isPresent()
                || variable("WAKEFUL_SERVER").isPresent();
    }

    private boolean forProgram() {
        return Optional.ofNullable(mixee)
                .map(spec -> spec.mixins().get(OutputOptions.MIXIN))
                .map(spec -> ((OutputOptions) spec.userObject()).json())
                .orElse(false);
    }

    private static URI http(URI address) {
        if (address.getHost() == null
                || address.getScheme() == null
                || !address.getScheme().startsWith("http")) {
            throw new CommandFailed(
                    ExitCode.USAGE, "'" + address + "' is no address.", "Give one like http://127.0.0.1:8420.");
        }
        return address;
    }

    private <T> Optional<T> given(Function<ServerOptions, @Nullable T> option) {
        return Optional.ofNullable(option.apply(this))
                .or(() -> root().flatMap(r -> Optional.ofNullable(option.apply(r))));
    }

    private Optional<ServerOptions> root() {
        return Optional.ofNullable(mixee)
                .map(spec -> spec.root().mixins().get(MIXIN))
                .map(spec -> (ServerOptions) spec.userObject());
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
