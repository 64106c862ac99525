package dev.wakeful.service.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Keeps each checkpoint as a commit on the branch {@code checkpoints/<service>} of a local Git repository. It touches neither its work tree
 * nor its index, and switches hooks and every other program off that the repository could name.
 */
final class GitArchive {

    private static final int PATIENCE_SECONDS = 60;

    private final Path repository;

    GitArchive(Path repository) {
        this.repository = repository;
    }

    void keep(Part part) throws IOException, InterruptedException {
        String branch = "refs/heads/checkpoints/" + part.manifest().service();
        String blob = git("", "hash-object", "-w", "--no-filters", part.file().toString());
        String tree = git("100644 blob " + blob + "\t" + part.manifest().service() + ".zip\n", "mktree");
        List<String> commit = new ArrayList<>(List.of("commit-tree", tree, "-m", message(part)));
        String parent = git("", "for-each-ref", "--format=%(objectname)", branch);
        if (!parent.isEmpty()) {
            commit.addAll(List.of("-p", parent));
        }
        git("", "update-ref", branch, git("", commit.toArray(String[]::new)));
    }

    private static String message(Part part) {
        return "Checkpoint " + part.manifest().checkpoint() + " of "
                + part.manifest().service() + " at " + part.manifest().at() + "\n\nsha256 " + part.sha256();
    }

    private String git(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "gc.auto=0",
                "-C",
                repository.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.putAll(Map.of(
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_TERMINAL_PROMPT",
                "0",
                "GIT_AUTHOR_NAME",
                "Wakeful",
                "GIT_AUTHOR_EMAIL",
                "wakeful@localhost",
                "GIT_COMMITTER_NAME",
                "Wakeful",
                "GIT_COMMITTER_EMAIL",
                "wakeful@localhost"));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = read(process);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("git " + arguments[0] + " in " + repository + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException("git " + arguments[0] + " in " + repository + " failed: " + output);
        }
        return output;
    }

    private static String read(Process process) throws IOException {
        try (InputStream output = process.getInputStream()) {
            return new String(output.readNBytes(10_000), StandardCharsets.UTF_8).strip();
        }
    }
}
