package dev.wakeful.service.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One service's checkpoint in a file, with the hash of its bytes.
 *
 * @param sha256 in hexadecimal digits
 */
public record Part(Manifest manifest, Path file, String sha256) {

    /** The hash of a file's bytes. */
    public static String sha256(Path file) throws IOException {
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest())) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) bytes).getMessageDigest().digest());
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
