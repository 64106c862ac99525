package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.process.Place;
import dev.wakeful.autodev.process.Vigil;
import dev.wakeful.autodev.process.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Git in one workspace, in a cleared environment: no hooks, no filters, no configuration but our own, no network, no questions. Its
 * repository is outside of the tree, where no command of a stranger can write; a {@code .git} inside the tree means nothing to it.
 *
 * @param repository the control plane's own
 * @param objects where the objects of commits made here are kept
 * @param dates when the commits it makes were made; fixed, so that a step done again after a crash makes the same commit again
 */
record Git(Path repository, Path objects, Place place, Vigil vigil, Instant dates) {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    static final int OUTPUT_BYTES = 4 << 20;
    private static final int COMPLAINT_BYTES = 8 << 10;
    private static final Map<String, String> SETTINGS = Map.of(
            "core.hooksPath", "/dev/null",
            "core.fsmonitor", "false",
            "core.autocrlf", "false",
            "core.logAllRefUpdates", "false",
            "commit.gpgSign", "false",
            "gc.auto", "0",
            "protocol.allow", "never",
            "submodule.recurse", "false");

    GitResult run(String... arguments) {
        return run("", OUTPUT_BYTES, arguments);
    }

    GitResult run(String input, int outputBytes, String... arguments) {
        List<String> argv =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process process = start(argv);
            vigil.started(process, Instant.now());
            CompletableFuture<Read> output = reading(process.getInputStream(), outputBytes);
            CompletableFuture<Read> complaint = reading(process.getErrorStream(), COMPLAINT_BYTES);
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return ended(process, argv, output, complaint);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + String.join(" ", argv) + "' could not be run", e);
        }
    }

    private GitResult ended(
            Process process, List<String> argv, CompletableFuture<Read> output, CompletableFuture<Read> complaint) {
        try {
            if (!Waiting.untilEnd(process, LIMIT, vigil)) {
                throw new IllegalStateException("'" + String.join(" ", argv) + "' took longer than " + LIMIT);
            }
            Read read = output.join();
            return new GitResult(
                    String.join(" ", argv),
                    process.exitValue(),
                    read.bytes(),
                    read.complete(),
                    new String(complaint.join().bytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            vigil.gone(process);
        }
    }

    private Process start(List<String> argv) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(place.directory().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(place.environment());
        environment.put("GIT_DIR", repository.toString());
        environment.put("GIT_OBJECT_DIRECTORY", objects.toString());
        environment.put("GIT_WORK_TREE", place.directory().toString());
        environment.put("GIT_LITERAL_PATHSPECS", "1");
        environment.put("LC_ALL", "C");
        // nothing is ever fetched
        environment.put("GIT_ALLOW_PROTOCOL", "none");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        // nor can it put another object in the place of one
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Wakeful");
            environment.put("GIT_" + who + "_EMAIL", "wakeful@localhost");
            environment.put("GIT_" + who + "_DATE", "@" + dates.getEpochSecond() + " +0000");
        }
        configure(environment);
        return vigil.start(builder);
    }

    private static void configure(Map<String, String> environment) {
        int n = 0;
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            environment.put("GIT_CONFIG_KEY_" + n, setting.getKey());
            environment.put("GIT_CONFIG_VALUE_" + n, setting.getValue());
            n++;
        }
        environment.put("GIT_CONFIG_COUNT", Integer.toString(n));
    }

    private record Read(byte[] bytes, boolean complete) {}

    private static CompletableFuture<Read> reading(InputStream in, int limit) {
        CompletableFuture<Read> read = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (in) {
                byte[] bytes = in.readNBytes(limit);
                long more = in.transferTo(OutputStream.nullOutputStream());
                read.complete(new Read(bytes, more == 0));
            } catch (IOException e) {
                read.complete(new Read(new byte[0], false));
            }
        });
        return read;
    }
}
