package dev.wakeful.cli.server;

import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** HTTP with the command line's manners: bounded waiting, and every failure a sentence with an exit code. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private Http() {}

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    /** The answer's JSON, absent where the body is empty; anything but 2xx is a {@link CommandFailed}. */
    static JsonNode exchange(HttpRequest request) throws InterruptedException {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw Refusal.of(request.uri(), response.statusCode(), response.body());
        }
        return response.body().isBlank() ? MissingNode.getInstance() : parse(request.uri(), response.body());
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws InterruptedException {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException unreachable) {
            throw new CommandFailed(
                    ExitCode.NOT_RUNNING,
                    "Wakeful cannot be reached at " + request.uri().resolve("/") + ".",
                    "Start it with `wakeful up`, or name another one with --server.",
                    unreachable);
        }
    }

    private static JsonNode parse(URI address, String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    address + " answered something that is not JSON.",
                    "Check that this is the address of Wakeful's dashboard.",
                    noJson);
        }
    }
}
