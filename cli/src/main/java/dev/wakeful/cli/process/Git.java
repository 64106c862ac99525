package dev.wakeful.cli.process;

import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Git in one directory, never asking for anything and never confused by variables of a Git that called us. */
public final class Git {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Map<String, String> DETACHED =
            Map.of("GIT_DIR", "", "GIT_WORK_TREE", "", "GIT_INDEX_FILE", "", "GIT_TERMINAL_PROMPT", "0", "LC_ALL", "C");

    private final Path directory;
    private final Map<String, String> environment;

    private Git(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** With the configuration of the person at the command line. */
    public static Git in(Path directory) {
        return new Git(directory, DETACHED);
    }

    /** With no configuration but the repository's own: hooks, signing and identities of the person stay out. */
    public static Git isolated(Path directory) {
        Map<String, String> environment = new HashMap<>(DETACHED);
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        return new Git(directory, environment);
    }

    public Git with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Git(directory, more);
    }

    /** Standard output without the last line break; a non-zero exit ends the command. */
    public String run(String... arguments) throws InterruptedException {
        return feed("", arguments);
    }

    /** The same with an input. */
    public String feed(String input, String... arguments) throws InterruptedException {
        Program.Ended ended = program(arguments).run(LIMIT, input);
        if (!ended.ok()) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "`git " + String.join(" ", arguments) + "` failed in " + directory + ": "
                            + ended.err().strip(),
                    ended.exit() == 127 ? "Install Git 2.31 or newer." : "");
        }
        return ended.out().stripTrailing();
    }

    /** Standard output if it ended well and said something. */
    public Optional<String> ask(String... arguments) throws InterruptedException {
        Program.Ended ended = program(arguments).run(LIMIT);
        return Optional.of(ended.out().strip()).filter(text -> ended.ok() && !text.isEmpty());
    }

    private Program program(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return new Program(command, directory, environment);
    }
}
