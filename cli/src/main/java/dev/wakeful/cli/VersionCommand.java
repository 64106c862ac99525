package dev.wakeful.cli;

import dev.wakeful.cli.process.Git;
import dev.wakeful.cli.terminal.OutputOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** What exactly runs here. */
@Command(name = "version", description = "Show the version, its Git commit and the JDK.")
final class VersionCommand implements Callable<Integer>, IVersionProvider {

    @Mixin(name = OutputOptions.MIXIN)
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", version());
        commit().ifPresent(commit -> facts.put("commit", commit));
        facts.put("jdk", Runtime.version().toString());
        output.print(facts, ink -> line(facts));
        return 0;
    }

    @Override
    public String[] getVersion() throws InterruptedException {
        return new String[] {"wakeful " + version()};
    }

    private static String line(Map<String, String> facts) {
        String commit = Optional.ofNullable(facts.get("commit"))
                .map(id -> " (" + id.substring(0, 10) + ")")
                .orElse("");
        return "wakeful " + facts.get("version") + commit + ", JDK " + facts.get("jdk") + "\n";
    }

    private static String version() {
        return Optional.ofNullable(Wakeful.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** The checkout's commit, when this runs from a checkout. */
    private static Optional<String> commit() throws InterruptedException {
        String home = System.getProperty("wakeful.home", "");
        if (home.isEmpty() || !Files.exists(Path.of(home, ".git"))) {
            return Optional.empty();
        }
        return Git.in(Path.of(home)).ask("rev-parse", "HEAD");
    }
}
