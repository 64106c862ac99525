package dev.wakeful.cli.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the portable file says about itself: a zip of {@code manifest.json} and one file a service.
 *
 * @param format a reader refuses any other than {@link #FORMAT}
 */
public record Bundle(int format, String checkpoint, Instant at, List<Item> parts) {

    public static final int FORMAT = 1;

    private static final String MANIFEST = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Bundle {
        parts = List.copyOf(parts);
    }

    /**
     * One service's part; its entry is {@code <service>.zip}.
     *
     * @param sha256 of its bytes, in hexadecimal digits
     */
    public record Item(String service, String sha256, long bytes, long rows) {

        String entry() {
            if (!service.matches("[a-z][a-z0-9-]*")) {
                throw new IllegalArgumentException("'" + service + "' is no service");
            }
            return service + ".zip";
        }
    }

    /** Where a part is while the file is made. */
    interface Source {
        Path of(Item item) throws IOException;
    }

    /** Writes the file in one step; the parts' bytes must have the hashes that are promised. */
    void write(Path file, Source source) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "checkpoint", ".tmp");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writeValueAsBytes(this));
            for (Item item : parts) {
                zip.putNextEntry(new ZipEntry(item.entry()));
                try (InputStream part = Files.newInputStream(source.of(item))) {
                    copy(item, part, zip);
                }
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws IOException when it is no such file */
    public static Bundle read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(MANIFEST);
            if (entry == null) {
                throw new IOException("it has no " + MANIFEST);
            }
            try (InputStream content = zip.getInputStream(entry)) {
                return JSON.readValue(content.readAllBytes(), Bundle.class);
            }
        }
    }

    /** Takes the part out of the file, provided that its bytes are the ones that were written. */
    public static void extract(Path file, Item item, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(item.entry());
            if (entry == null) {
                throw new IOException("the part of " + item.service() + " is missing");
            }
            try (InputStream content = zip.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(to)) {
                copy(item, content, out);
            }
        }
    }

    private static void copy(Item item, InputStream from, OutputStream to) throws IOException {
        try {
            DigestInputStream hashed = new DigestInputStream(from, MessageDigest.getInstance("SHA-256"));
            hashed.transferTo(to);
            if (!HexFormat.of().formatHex(hashed.getMessageDigest().digest()).equals(item.sha256())) {
                throw new IOException("the part of " + item.service() + " is not what was written: its hash differs");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
