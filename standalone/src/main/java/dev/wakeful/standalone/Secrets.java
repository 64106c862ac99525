package dev.wakeful.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The secrets of this installation, made at its first start and kept in a file that only its owner can read.
 *
 * @param token the admin's bearer token
 * @param webhookSecret what CI systems sign with
 * @param gatewaySecret what the tokens of swarms are made with
 */
record Secrets(String token, String webhookSecret, String gatewaySecret) {

    private static final String GATEWAY_SECRET = "gatewaySecret";

    static Secrets of(Path data) throws IOException {
        Path file = data.resolve("secrets.properties");
        if (!Files.exists(file)) {
            make(file);
        }
        Properties kept = load(file);
        if (!kept.containsKey(GATEWAY_SECRET)) {
            // made by a version without a gateway
            Files.writeString(file, "\n" + GATEWAY_SECRET + "=" + random() + "\n", StandardOpenOption.APPEND);
            kept = load(file);
        }
        return new Secrets(
                required(file, kept, "token"),
                required(file, kept, "webhookSecret"),
                required(file, kept, GATEWAY_SECRET));
    }

    private static Properties load(Path file) throws IOException {
        Properties kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return kept;
    }

    private static void make(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "token=wakeful_" + random() + "\nwebhookSecret=" + random() + "\n" + GATEWAY_SECRET + "=" + random()
                        + "\n");
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String required(Path file, Properties kept, String name) {
        String value = kept.getProperty(name, "");
        if (value.isBlank()) {
            throw new StartFailed(
                    file + " has no '" + name + "'; put it back, or delete the file to have new ones made.");
        }
        return value;
    }
}
