package dev.wakeful.cli.repository;

import dev.wakeful.cli.Connection;
import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.server.Webhooks;
import dev.wakeful.cli.terminal.Ink;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wakeful repo add}. */
@Command(name = "add", description = "Keep a local Git repository healthy.")
final class RepositoryAdd implements Callable<Integer> {

    @Mixin(name = ServerOptions.MIXIN)
    private final ServerOptions options = new ServerOptions();

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "PATH", description = "The repository's directory.")
    private Path path = Path.of("");

    @Option(
            names = "--check",
            paramLabel = "CMD",
            required = true,
            description = "Shell command that fails when the repository is broken, for example \"mvn -q test\".")
    private String check = "";

    @Option(
            names = "--fix",
            paramLabel = "CMD",
            description = "Shell command that may mend it, for example a formatter.")
    private @Nullable String fix;

    @Option(
            names = "--name",
            paramLabel = "OWNER/NAME",
            description = "Its name in the events of the CI system (default: from the remote `origin`).")
    private @Nullable String name;

    @Option(names = "--branch", paramLabel = "B", description = "The branch that must stay green (default: HEAD's).")
    private @Nullable String branch;

    @Option(names = "--show-secret", description = "Print the secret that the CI system has to sign with.")
    private boolean showSecret;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Server server = options.server();
        Checkout checkout = Checkout.at(path);
        Item added = server.post("/repositories", body(checkout));
        Map<String, Object> data = body(checkout);
        if (added.has("name")) {
            data.put("name", added.text("name"));
        }
        connection().ifPresent(connection -> {
            data.put("webhook", webhook(connection));
            if (showSecret) {
                data.put("secret", connection.webhookSecret());
            }
        });
        output.print(data, ink -> people(data, ink));
        return 0;
    }

    private Map<String, Object> body(Checkout checkout) throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name != null ? name : checkout.name());
        body.put("path", checkout.path().toString());
        body.put("branch", branch != null ? branch : checkout.branch());
        body.put("check", check);
        if (fix != null) {
            body.put("fix", fix);
        }
        return body;
    }

    private Optional<Connection> connection() throws IOException {
        return options.remote() ? Optional.empty() : options.ifRunning();
    }

    private static String webhook(Connection connection) {
        return new Webhooks(connection.webhooks(), "").github().toString();
    }

    private String people(Map<String, Object> data, Ink ink) {
        StringBuilder text = new StringBuilder();
        text.append(ink.green("added ") + ink.bold(data.get("name") + "") + ": `" + check + "` must stay green on "
                + data.get("branch") + " in " + data.get("path") + "\n");
        if (data.containsKey("webhook")) {
            text.append("\nTell its CI about failed jobs:\n");
            text.append("  GitHub webhook  " + data.get("webhook") + " (event: workflow jobs; content type:"
                    + " application/json)\n");
            text.append("  secret          " + data.getOrDefault("secret", "shown with --show-secret") + "\n");
        }
        text.append(
                "  by hand         wakeful event send --source github --event workflow_job --file job.json --log job.log\n");
        return text.toString();
    }
}
