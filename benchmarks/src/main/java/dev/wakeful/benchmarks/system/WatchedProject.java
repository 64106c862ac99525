package dev.wakeful.benchmarks.system;

import dev.wakeful.cli.process.Git;
import dev.wakeful.cli.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A small Git repository that the system watches.
 *
 * @param name as its forge names it
 * @param check the shell command that is red when it is broken
 */
public record WatchedProject(String name, Path path, String check, Git git) {

    /** An empty one. */
    public static WatchedProject make(Path parent, String name, String check) throws IOException, InterruptedException {
        Path path = Files.createDirectories(parent.resolve(name));
        Git git = Git.isolated(path)
                .with("GIT_AUTHOR_NAME", "Bench")
                .with("GIT_AUTHOR_EMAIL", "bench@example.com")
                .with("GIT_COMMITTER_NAME", "Bench")
                .with("GIT_COMMITTER_EMAIL", "bench@example.com");
        git.run("init", "-q", "-b", "main");
        return new WatchedProject("bench/" + name, path, check, git);
    }

    public void commit(String message, Map<String, String> files) throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(path.resolve(file.getKey()), file.getValue());
        }
        git.run("add", "--all");
        git.run("commit", "-q", "-m", message);
    }

    public String head() throws InterruptedException {
        return git.run("rev-parse", "HEAD");
    }

    /** The branches the system made in it. */
    public long offered() throws InterruptedException {
        return git.run("for-each-ref", "--format=%(refname)", "refs/heads/wakeful/")
                .lines()
                .count();
    }

    /** Tells the system to watch it. */
    public void register(Server server) throws InterruptedException {
        server.post("/repositories", Map.of("name", name, "path", path.toString(), "branch", "main", "check", check));
    }
}
