package dev.wakeful.commandcenter.repositories;

import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.WatchedRepository;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for, as it came in.
 *
 * @param branch the branch that must stay green; by default the one the repository has checked out
 * @param fix a command that may mend it; optional
 */
public record RepositoryRequest(
        @Nullable String name,
        @Nullable String path,
        @Nullable String branch,
        @Nullable String check,
        @Nullable String fix) {

    private static final int LONGEST = 4_000;

    /** @throws RepositoryRefused when something in it cannot be */
    WatchedRepository checked() {
        RepositoryName repository = repositoryName();
        GitDirectory git = GitDirectory.at(absolutePath());
        return new WatchedRepository(
                repository,
                git.path().toString(),
                given(branch) ? branchName() : git.checkedOutBranch(),
                command("check", required("check", check, "the command that is red when the repository is broken")),
                fix != null && given(fix) ? command("fix", fix) : null);
    }

    private RepositoryName repositoryName() {
        try {
            return new RepositoryName(required("name", name, "the repository's name on its forge, owner/name"));
        } catch (IllegalArgumentException e) {
            throw new RepositoryRefused(
                    "'name' must be owner/name in letters, digits, '.', '_' and '-', got '" + name + "'.");
        }
    }

    private Path absolutePath() {
        String given = required("path", path, "the absolute path of the repository on this machine");
        try {
            Path directory = Path.of(given);
            if (!directory.isAbsolute()) {
                throw new RepositoryRefused("'path' must be absolute, got '" + given + "'.");
            }
            return directory.normalize();
        } catch (InvalidPathException e) {
            throw new RepositoryRefused("'path' is no path: " + e.getReason() + ".");
        }
    }

    private String branchName() {
        String wanted =
                required("branch", branch, "the branch that must stay green").strip();
        if (wanted.startsWith("-")
                || wanted.contains("..")
                || wanted.chars().anyMatch(RepositoryRequest::noBranchLetter)) {
            throw new RepositoryRefused("'branch' is no branch name Git would take, got '" + wanted + "'.");
        }
        return wanted;
    }

    private static boolean noBranchLetter(int letter) {
        return letter <= ' ' || letter == 127 || "~^:?*[\\".indexOf(letter) >= 0;
    }

    private static String command(String field, String command) {
        if (command.length() > LONGEST || command.indexOf('\0') >= 0) {
            throw new RepositoryRefused(
                    "'" + field + "' must be a shell command of at most " + LONGEST + " characters.");
        }
        return command.strip();
    }

    private static String required(String field, @Nullable String value, String meaning) {
        if (value == null || value.isBlank()) {
            throw new RepositoryRefused("'" + field + "' is missing: give " + meaning + ".");
        }
        return value;
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
