package dev.wakeful.cli.server;

import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a status other than 2xx means to the person at the command line. */
final class Refusal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Refusal() {}

    static CommandFailed of(URI address, int status, String body) {
        String detail = detail(body);
        return switch (status) {
            case 401, 403 ->
                new CommandFailed(
                        ExitCode.NOT_AUTHORISED,
                        "Wakeful did not accept the credentials" + said(detail),
                        "Use the data directory of the running system (--data), or give --token.");
            case 404 ->
                new CommandFailed(ExitCode.NOT_FOUND, "Wakeful does not know " + address.getPath() + said(detail), "");
            case 400, 409 -> new CommandFailed(ExitCode.FAILED, "Wakeful does not take this" + said(detail), "");
            case 503 ->
                new CommandFailed(
                        ExitCode.FAILED,
                        "Wakeful cannot take this at the moment" + said(detail),
                        "Nothing was kept; try again, and see `wakeful doctor`.");
            default -> new CommandFailed(ExitCode.FAILED, "Wakeful refused with status " + status + said(detail), "");
        };
    }

    /** The problem+json detail (RFC 9457), or the beginning of whatever else came. */
    private static String detail(String body) {
        try {
            Item problem = new Item(JSON.readTree(body));
            return problem.has("detail") ? problem.text("detail") : problem.text("title");
        } catch (JacksonException noProblem) {
            return body.lines()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.length() < 200)
                    .orElse("");
        }
    }

    private static String said(String detail) {
        return detail.isEmpty() ? "." : ": " + detail + (detail.endsWith(".") ? "" : ".");
    }
}
