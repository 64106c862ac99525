package dev.wakeful.standalone;

import dev.wakeful.cli.UpOptions;
import dev.wakeful.policy.Policy;
import dev.wakeful.policy.PolicyRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wakeful up}: runs the whole system in the foreground until it is told to end. */
@Command(
        name = "wakeful up",
        description = "Runs the whole system in this process until Ctrl-C.",
        mixinStandardHelpOptions = true)
public final class StandaloneMain implements Callable<Integer> {

    @Mixin
    private final UpOptions options = new UpOptions();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides a service's setting, for example --set wakeful.heartbeat=30s; may be repeated.")
    private final Map<String, String> settings = Map.of();

    private final Map<String, String> told = new HashMap<>();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy file (default: wakeful.yaml in the data directory, if it is there).")
    private @Nullable Path policy;

    @Option(names = "--end-when-ready", hidden = true, description = "Ends right after the start, for a training run.")
    private boolean endWhenReady;

    public static void main(String[] args) {
        System.exit(new CommandLine(new StandaloneMain()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path data = options.data();
        logInto(data);
        try {
            checkPolicy(data);
            runUntilTold(data);
            return CommandLine.ExitCode.OK;
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Each thing that is wrong in it is said before anything starts; the services read it for themselves. */
    private void checkPolicy(Path data) {
        Path file = policy == null ? data.resolve("wakeful.yaml") : policy;
        if (policy == null && !Files.exists(file)) {
            return;
        }
        try {
            Policy.of(file);
            told.put("wakeful.policy", file.toAbsolutePath().toString());
        } catch (PolicyRefused refused) {
            throw new StartFailed(refused.says(), refused);
        }
    }

    /** Before anything logs: one log file, in the data directory, for all contexts; none of them sets logging up again. */
    private static void logInto(Path data) throws IOException {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        System.setProperty(
                "wakeful.logs", Files.createDirectories(data.resolve("logs")).toString());
    }

    private void runUntilTold(Path data) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        told.putAll(settings);
        Standalone system = Standalone.start(data, new Ports(options.dashboardPort()), told);
        Thread ending = Thread.ofPlatform().unstarted(() -> end(system, end, ended));
        Runtime.getRuntime().addShutdownHook(ending);
        options.exitWith().ifPresent(pid -> endWith(pid, end));
        announce(system, data);
        if (!endWhenReady) {
            end.await();
        }
        end(system, end, ended);
    }

    private static void announce(Standalone system, Path data) {
        System.out.println("Wakeful is up. Dashboard " + system.connection().dashboard() + ", webhooks "
                + system.connection().webhooks() + "/webhooks/github, data in " + data + ". End it with Ctrl-C.");
    }

    /** Ends with another process, so that whoever started this one cannot leave it behind. */
    private static void endWith(long pid, CountDownLatch told) {
        ProcessHandle.of(pid).ifPresentOrElse(other -> other.onExit().thenRun(told::countDown), told::countDown);
    }

    /** Runs once, by whoever comes first: Ctrl-C, the other process's end, or the end of the training run. */
    private static void end(Standalone system, CountDownLatch told, CountDownLatch ended) {
        synchronized (system) {
            told.countDown();
            if (ended.getCount() > 0) {
                closeQuietly(system);
                ended.countDown();
            }
        }
    }

    private static void closeQuietly(Standalone system) {
        try {
            system.close();
        } catch (IOException e) {
            System.err.println("The data directory could not be given back: " + e.getMessage());
        }
    }
}
