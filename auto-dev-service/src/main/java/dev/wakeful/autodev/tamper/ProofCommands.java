package dev.wakeful.autodev.tamper;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the commands that a change is proven with run themselves. They are read as words, not as a shell would: what a variable holds is
 * not known.
 *
 * @param scripts paths of files
 * @param names of targets and package scripts
 */
record ProofCommands(Set<String> scripts, Set<String> names) {

    private static final Pattern CHECK_SCRIPT = Pattern.compile(
            "(?:^|/)(?:check|tests?|verify|ci|lint|run[-_]?(?:all[-_]?)?(?:tests?|checks?))(?:\\.(?:sh|bash|zsh|ps1|cmd|bat))?$");
    private static final Pattern CHECK_PROGRAM =
            Pattern.compile("(?:^|/)(?:check|tests?|verify|ci|run[-_]?(?:tests?|checks?))\\.\\w+$");
    private static final Pattern CHECK_TARGET = Pattern.compile(
            "(?:test|check|lint|verify|ci|integration|coverage|e2e)[\\w.:-]*|[\\w./:-]*[._:/-](?:tests?|check|lint|verify|ci|e2e)");
    private static final Pattern SEPARATOR = Pattern.compile("&&|\\|\\||[;|&\\n(){}]");
    private static final Pattern BEFORE_COMMAND =
            Pattern.compile("!|\\w+=.*|time|exec|env|nice|command|if|then|else|while|do|timeout|\\d+[smh]?");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", ".", "source");
    private static final Set<String> INTERPRETERS = Set.of("python", "python3", "node", "ruby", "perl", "deno", "tsx");
    private static final Set<String> MAKERS = Set.of("make", "gmake", "just", "task", "rake", "nox", "tox");
    private static final Set<String> PACKAGERS = Set.of("npm", "pnpm", "yarn", "bun");

    static ProofCommands of(List<String> lines) {
        ProofCommands found = new ProofCommands(new HashSet<>(), new HashSet<>());
        lines.forEach(found::read);
        return found;
    }

    /** Whether a file is a script that runs as the check. */
    boolean runs(String path) {
        return scripts.contains(path) || CHECK_SCRIPT.matcher(path).find();
    }

    /** Whether a target or a package script runs as the check. */
    boolean runsTarget(String name) {
        return names.contains(name) || CHECK_TARGET.matcher(name).matches();
    }

    private void read(String line) {
        String directory = "";
        for (String part : SEPARATOR.split(line)) {
            List<String> words = Arrays.stream(part.strip().split("\\s+"))
                    .map(word -> word.replaceAll("^[\"']+|[\"']+$", ""))
                    .dropWhile(word ->
                            word.isEmpty() || BEFORE_COMMAND.matcher(word).matches())
                    .toList();
            if (words.isEmpty()) {
                continue;
            }
            List<String> arguments =
                    words.stream().skip(1).filter(word -> !word.startsWith("-")).toList();
            if (words.getFirst().equals("cd")) {
                directory = arguments.isEmpty() ? "" : arguments.getFirst();
            } else {
                take(directory, words.getFirst(), arguments);
            }
        }
    }

    private void take(String directory, String program, List<String> arguments) {
        if (SHELLS.contains(program)) {
            script(directory, arguments, word -> true);
        } else if (INTERPRETERS.contains(program)) {
            script(directory, arguments, word -> CHECK_PROGRAM.matcher(word).find());
        } else if (MAKERS.contains(program)) {
            arguments.stream().filter(word -> !word.contains("=")).forEach(names::add);
        } else if (PACKAGERS.contains(program)) {
            arguments.stream().filter(word -> !word.startsWith("run")).limit(1).forEach(names::add);
        } else {
            script(directory, List.of(program), word -> true);
        }
    }

    private void script(String directory, List<String> words, Predicate<String> wanted) {
        words.stream().limit(1).filter(wanted).forEach(word -> {
            try {
                scripts.add(Path.of(directory, word).normalize().toString());
            } catch (InvalidPathException e) {
                // no file of a change has such a name
            }
        });
    }
}
