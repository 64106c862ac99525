package dev.wakeful.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small repository with one commit that broke its check, and innocent ones before and after. */
final class ShopRepository {

    private static final int CULPRIT = 4;
    private static final int COMMITS = 7;

    private final String name;
    private final Path path;
    private final String check;
    private final List<String> commits = new ArrayList<>();

    /** What is in a repository. */
    interface Contents {

        void write(Path repository) throws IOException;
    }

    private ShopRepository(String name, Path path, String check) {
        this.name = name;
        this.path = path;
        this.check = check;
    }

    static ShopRepository in(Path directory, String name) throws IOException, InterruptedException {
        ShopRepository repository = begun(directory, name, "sh check.sh");
        for (int n = 1; n <= COMMITS; n++) {
            Files.writeString(repository.path.resolve("price.txt"), n >= CULPRIT ? "broken\n" : "fine\n");
            Files.writeString(repository.path.resolve("notes-" + n + ".txt"), "note\n");
            repository.git("add", "-A");
            repository.git("commit", "-q", "-m", "Commit " + n);
            repository.commits.add(repository.git("rev-parse", "HEAD"));
        }
        return repository;
    }

    /** One that never was green, so that there is no commit to take back, and which wants a certain strategy. */
    static ShopRepository neverGreen(Path directory, String name, String strategy, String check)
            throws IOException, InterruptedException {
        return neverGreen(directory, name, strategy, check, path -> {});
    }

    /** @param more writes what else is in it */
    static ShopRepository neverGreen(Path directory, String name, String strategy, String check, Contents more)
            throws IOException, InterruptedException {
        ShopRepository repository = begun(directory, name, check);
        more.write(repository.path);
        Files.writeString(repository.path.resolve("price.txt"), "broken\n");
        Files.writeString(repository.path.resolve(".wakeful.yaml"), "strategies: [[" + strategy + "]]\n");
        repository.git("add", "-A");
        repository.git("commit", "-q", "-m", "Begin");
        repository.commits.add(repository.git("rev-parse", "HEAD"));
        return repository;
    }

    private static ShopRepository begun(Path directory, String name, String check)
            throws IOException, InterruptedException {
        ShopRepository repository =
                new ShopRepository("acme/" + name, Files.createDirectories(directory.resolve(name)), check);
        repository.git("init", "-q", "-b", "main");
        Files.writeString(
                repository.path.resolve("check.sh"),
                "sleep 0.3\nif grep -q broken price.txt; then echo 'not ok 1 - price'; exit 1; fi\necho 'ok 1 - price'\n");
        return repository;
    }

    String name() {
        return name;
    }

    String culprit() {
        return commits.get(CULPRIT - 1);
    }

    String head() {
        return commits.getLast();
    }

    Map<String, String> registration() {
        return Map.of("name", name, "path", path.toString(), "branch", "main", "check", check);
    }

    /** The branches the system made. */
    List<String> offered() throws IOException, InterruptedException {
        return git("for-each-ref", "--format=%(refname)", "refs/heads/wakeful/")
                .lines()
                .toList();
    }

    boolean isGreenAt(String revision) throws IOException, InterruptedException {
        return git("show", revision + ":price.txt").equals("fine");
    }

    /** A {@code workflow_job} delivery about the newest commit, as far as the system reads it. */
    String failedJob(long id) {
        return """
                {"action":"completed","workflow_job":{"id":%d,"run_id":%d,"run_attempt":1,"name":"test-%d",
                 "workflow_name":"CI","head_sha":"%s","head_branch":"main","status":"completed","conclusion":"failure",
                 "completed_at":"%s","html_url":"https://github.com/%s/actions/runs/1/job/%d",
                 "steps":[{"name":"Run tests","status":"completed","conclusion":"failure","number":1}]},
                 "repository":{"full_name":"%s"}}
                """.formatted(id, id, id, head(), Instant.now(), name, id, name);
    }

    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                "git",
                                "-C",
                                path.toString(),
                                "-c",
                                "user.name=Ann",
                                "-c",
                                "user.email=ann@example.com"),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + output);
        }
        return output.strip();
    }
}
