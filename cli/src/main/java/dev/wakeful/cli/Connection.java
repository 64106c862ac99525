package dev.wakeful.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to reach a running Wakeful: written by the process into its data directory, readable by its owner only, removed when it ends.
 *
 * @param dashboard where people and the command line speak to it
 * @param webhooks where CI systems speak to it
 * @param gateway where agents speak to models, each with the token of its swarm
 * @param token the admin's bearer token
 * @param webhookSecret the secret CI systems sign with
 * @param pid the process
 */
public record Connection(URI dashboard, URI webhooks, URI gateway, String token, String webhookSecret, long pid) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The connection of the process that uses the data directory, if it wrote one and still lives. */
    public static Optional<Connection> of(Path data) throws IOException {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Connection connection = MAPPER.readValue(Files.readAllBytes(file), Connection.class);
        return ProcessHandle.of(connection.pid()).filter(ProcessHandle::isAlive).map(alive -> connection);
    }

    /** Puts the connection into the data directory in one step, so that a reader sees all of it or none. */
    public void write(Path data) throws IOException {
        Path draft = Files.createTempFile(
                data,
                "connection",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, MAPPER.writeValueAsBytes(this));
        Files.move(draft, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static void remove(Path data) throws IOException {
        Files.deleteIfExists(file(data));
    }

    private static Path file(Path data) {
        return data.resolve("connection.json");
    }
}
