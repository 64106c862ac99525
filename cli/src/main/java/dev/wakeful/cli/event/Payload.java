package dev.wakeful.cli.event;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an event, byte for byte as it was given: what is signed is what is sent.
 *
 * @param origin how to name it in a message
 */
record Payload(String origin, byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** From a file, or from standard input when it is {@code -}. */
    static Payload read(Path file, InputStream stdin) throws IOException {
        if (file.toString().equals("-")) {
            return new Payload("standard input", stdin.readAllBytes());
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailed(
                    ExitCode.FAILED, file + " cannot be read.", "Give a file, or - for standard input.");
        }
        return new Payload(file.toString(), Files.readAllBytes(file));
    }

    /** The job that the event is about; needed to say whose log it is. */
    Job job() {
        Item job = json().item("workflow_job");
        if (job.number("id") == 0) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    origin + " has no workflow_job.id, so the log belongs to no job.",
                    "Send a workflow_job event with --log.");
        }
        return new Job(job.number("id"), Math.max(1, job.number("run_attempt")));
    }

    private Item json() {
        try {
            return new Item(JSON.readTree(bytes));
        } catch (JacksonException broken) {
            throw noJson(broken);
        }
    }

    private CommandFailed noJson(@Nullable Throwable cause) {
        return new CommandFailed(
                ExitCode.FAILED,
                origin + " is not a JSON object.",
                "Give the body of the webhook as it was sent.",
                cause);
    }

    record Job(long id, long attempt) {}
}
