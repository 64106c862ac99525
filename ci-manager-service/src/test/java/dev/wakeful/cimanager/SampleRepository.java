package dev.wakeful.cimanager;

import dev.wakeful.events.Revision;
import dev.wakeful.events.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real repository with a broken newest commit, and proven changes to it as bundles, made in clones as a swarm makes them. */
public final class SampleRepository {

    private final Path directory;

    private SampleRepository(Path directory) {
        this.directory = directory;
    }

    /** A change on top of the newest commit, as a bundle that needs that commit. */
    public record Change(Revision base, Revision head, Path bundle) {}

    public static SampleRepository in(Path directory) {
        SampleRepository repository = new SampleRepository(directory);
        write(directory.resolve("code.txt"), "good\n");
        repository.git("init", "--quiet", "--initial-branch=main");
        repository.commit("good");
        write(directory.resolve("code.txt"), "bad\n");
        repository.commit("bad");
        return repository;
    }

    /** The repository that was made there before. */
    public static SampleRepository at(Path directory) {
        return new SampleRepository(directory);
    }

    public Path directory() {
        return directory;
    }

    public Revision commit(String message) {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", message);
        return head();
    }

    public Revision head() {
        return new Revision(git("rev-parse", "HEAD"));
    }

    /** A new fix of the newest commit; it is not in this repository. */
    public Change change(Path scratch, TaskId task) {
        SampleRepository clone =
                new SampleRepository(scratch.resolve("clone-" + task.value() + "-" + System.nanoTime()));
        git("clone", "--quiet", directory.toString(), clone.directory.toString());
        write(clone.directory.resolve("code.txt"), "good again by " + task + "\n");
        Revision head = clone.commit("fix");
        Path bundle = scratch.resolve(task + ".bundle");
        clone.git("bundle", "create", "--quiet", bundle.toString(), "origin/main..main");
        return new Change(head(), head, bundle);
    }

    public String refs() {
        return git("for-each-ref", "--format=%(refname) %(objectname)");
    }

    public String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Files.createDirectories(directory).toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_SYSTEM", "/dev/null"));
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
