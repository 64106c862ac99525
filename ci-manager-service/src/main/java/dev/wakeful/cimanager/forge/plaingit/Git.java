package dev.wakeful.cimanager.forge.plaingit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs Git in one repository. Nothing of the caller's environment but PATH gets in; no configuration but the repository's own, of which
 * hooks, network protocols, maintenance and prompts are switched off; no input but what is given; bounded in time and output. The
 * repository is exactly the given directory, never one around it.
 */
final class Git {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int MOST_OUTPUT = 8 * 1024 * 1024;
    private static final List<String> SETTINGS = List.of(
            "core.hooksPath=/dev/null",
            "core.fsmonitor=false",
            "core.alternateRefsCommand=",
            "gc.auto=0",
            "maintenance.auto=false",
            "safe.directory=*");

    private final Path repository;
    private final Duration limit;

    Git(Path repository) {
        this(repository, LIMIT);
    }

    Git(Path repository, Duration limit) {
        this.repository = repository;
        this.limit = limit;
    }

    /** How a command ended. */
    record Result(int exit, String out, String err) {
        boolean ok() {
            return exit == 0;
        }

        /** The output without its last line end. */
        String line() {
            return out.strip();
        }
    }

    /** Git could not be run, or ran too long. */
    static final class GitFailed extends RuntimeException {
        GitFailed(String message) {
            super(message);
        }
    }

    Result run(String... arguments) {
        return run(new byte[0], arguments);
    }

    /** @throws GitFailed on any exit but 0 */
    String must(byte[] input, String... arguments) {
        Result result = run(input, arguments);
        if (!result.ok()) {
            throw new GitFailed("git " + arguments[0] + " ended with " + result.exit() + ": "
                    + result.err().strip());
        }
        return result.line();
    }

    Result run(byte[] input, String... arguments) {
        try {
            return ended(start(arguments), input, arguments[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("Git could not be run in " + repository, e);
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager", "-C", repository.toString()));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of(
                "PATH", path,
                "HOME", "/nonexistent",
                "LC_ALL", "C",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_SYSTEM", "/dev/null",
                "GIT_ATTR_NOSYSTEM", "1",
                "GIT_TERMINAL_PROMPT", "0",
                "GIT_NO_LAZY_FETCH", "1",
                // unlike protocol.allow, this cannot be overruled by the repository's own settings
                "GIT_ALLOW_PROTOCOL", "none",
                "GIT_CEILING_DIRECTORIES", String.valueOf(repository.getParent())));
        return builder.start();
    }

    private Result ended(Process process, byte[] input, String what) throws IOException {
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        try {
            write(process, input);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new GitFailed("git " + what + " was ended after " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitFailed("git " + what + " was interrupted");
        } finally {
            end(process);
        }
    }

    private static void write(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // it ended without reading; its exit code says why
        }
    }

    /** Reads to the end, keeps the beginning. */
    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                byte[] kept = stream.readNBytes(MOST_OUTPUT);
                stream.transferTo(OutputStream.nullOutputStream());
                text.complete(new String(kept, StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }

    /** Asks first, so that Git removes its lock files, then insists. */
    private static void end(Process process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
