package dev.wakeful.autodev.artefact;

import dev.wakeful.autodev.AutoDevProperties;
import dev.wakeful.events.SwarmEvent.Bundle;
import dev.wakeful.events.SwarmId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Files of swarms that outlive their workspaces: the bundle, the logs of commands, and each candidate as a patch. */
@Component
public class Artefacts {

    private static final String BUNDLE = "fix.bundle";
    private static final Pattern SERVED =
            Pattern.compile("fix\\.bundle|downloads\\.log|[0-9]{1,9}\\.log|[a-z][a-z0-9-]{0,39}\\.patch");
    private static final Pattern SWARM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,199}");

    private static final int LOG_BYTES = 8 << 20;
    private static final Pattern TERMINAL = Pattern.compile("\u001B\\[[0-?]*[ -/]*[@-~]");

    private final Path directory;
    private final URI address;

    Artefacts(AutoDevProperties properties) {
        this.directory = properties.directory().resolve("artefacts");
        this.address = properties.address();
    }

    /** Where the log of the swarm's n-th command goes. */
    public Path log(SwarmId swarm, int n) {
        return of(swarm).resolve(n + ".log");
    }

    /** Where it is written down what its commands downloaded. */
    public Path downloads(SwarmId swarm) {
        return of(swarm).resolve("downloads.log");
    }

    /** The lines of the n-th command's log, at most 8 MiB of them and made harmless to show; none when it is not here. */
    public List<String> lines(SwarmId swarm, int n) {
        try (InputStream in = Files.newInputStream(log(swarm, n))) {
            return new String(in.readNBytes(LOG_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> TERMINAL.matcher(line).replaceAll(""))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + n + " of " + swarm + " could not be read", e);
        }
    }

    /** Keeps what a strategy made as text, so that it is not lost with the workspace; also what is not offered in the end. */
    public void keepPatch(SwarmId swarm, String strategy, byte[] patch) throws IOException {
        Files.createDirectories(of(swarm));
        Files.write(of(swarm).resolve(strategy + ".patch"), patch);
    }

    /**
     * Removes what strategies made, but for what was offered.
     *
     * @param winner the strategy whose candidate was offered, if one was
     * @return how many there were
     */
    public int removePatches(SwarmId swarm, Optional<String> winner) throws IOException {
        List<Path> losers = new ArrayList<>();
        if (Files.isDirectory(of(swarm))) {
            try (var patches = Files.newDirectoryStream(of(swarm), "*.patch")) {
                patches.forEach(losers::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        losers.removeIf(
                patch -> winner.filter(name -> patch.getFileName().toString().equals(name + ".patch"))
                        .isPresent());
        for (Path loser : losers) {
            Files.deleteIfExists(loser);
        }
        return losers.size();
    }

    /** Where all that is kept of the swarm is. */
    public Path of(SwarmId swarm) {
        return directory.resolve(swarm.value());
    }

    /** Keeps a bundle, whole and on the disk or not at all. */
    public Bundle keep(SwarmId swarm, Consumer<Path> writing) {
        Path bundle = of(swarm).resolve(BUNDLE);
        Path unfinished = of(swarm).resolve(BUNDLE + ".unfinished");
        try {
            Files.createDirectories(of(swarm));
            writing.accept(unfinished);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, bundle, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Bundle(address(swarm), sha256(bundle), Files.size(bundle));
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle of " + swarm + " could not be kept", e);
        }
    }

    private URI address(SwarmId swarm) {
        String base = address.toString().replaceFirst("/+$", "");
        return URI.create(base + "/artefacts/" + swarm.value() + "/" + BUNDLE);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file of that name, if it is one that may be fetched and is there. */
    Optional<Path> find(String swarm, String name) {
        if (!SWARM.matcher(swarm).matches() || !SERVED.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(directory.resolve(swarm).resolve(name)).filter(Files::isRegularFile);
    }

    /** Whether the id can name a directory; every id that Wakeful makes can. */
    public static boolean canName(String id) {
        return SWARM.matcher(id).matches();
    }
}
