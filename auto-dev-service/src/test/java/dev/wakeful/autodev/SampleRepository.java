package dev.wakeful.autodev;

import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.WatchedRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small real Git repository; its check also writes down on which revisions it ran. */
public final class SampleRepository {

    private final Path path;

    /** Makes an empty one. */
    public SampleRepository(Path path) {
        this.path = path;
        write(path.resolve(".keep"), "");
        git("init", "--quiet", "--initial-branch=main");
    }

    /** Red as soon as some file holds the word "broken". */
    public static final String CHECK = "! grep -rq broken --include=*.txt .";

    public Path path() {
        return path;
    }

    /** Commits a file with the content. */
    public Revision commit(String subject, String file, String content) {
        write(path.resolve(file), content);
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "-m", subject);
        return head();
    }

    public Revision head() {
        return new Revision(git("rev-parse", "HEAD"));
    }

    /** The repository as it is watched, with a check that leaves a trace. */
    public WatchedRepository watched(String check, @Nullable String fix) {
        String traced = "git rev-parse HEAD >> " + trace() + "; " + check;
        return new WatchedRepository(new RepositoryName("acme/shop"), path.toString(), "main", traced, fix);
    }

    /** On which revisions the check ran, in order. */
    public List<Revision> checked() {
        try {
            return Files.exists(trace())
                    ? Files.readAllLines(trace()).stream().map(Revision::new).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path trace() {
        return path.resolveSibling(path.getFileName() + ".checked");
    }

    /** A file beside it, for commands to leave a trace in. */
    public Path file(String name) {
        return path.resolveSibling(path.getFileName() + "." + name);
    }

    /** What commands left there. */
    public List<String> lines(String name) {
        try {
            return Files.exists(file(name)) ? Files.readAllLines(file(name)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs Git in it and returns what it says. */
    public String git(String... arguments) {
        return git(path, arguments);
    }

    /** Runs Git anywhere and returns what it says. */
    public static String git(Path directory, String... arguments) {
        List<String> argv = new ArrayList<>(List.of("git"));
        argv.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_AUTHOR_NAME", "Ada",
                        "GIT_AUTHOR_EMAIL", "ada@example.org",
                        "GIT_COMMITTER_NAME", "Ada",
                        "GIT_COMMITTER_EMAIL", "ada@example.org",
                        "GIT_CONFIG_GLOBAL", "/dev/null"));
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(argv + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
