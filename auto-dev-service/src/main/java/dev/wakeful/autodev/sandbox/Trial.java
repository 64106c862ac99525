package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.process.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one harmless command before anything else depends on the sandbox. */
final class Trial {

    private static final int SECONDS = 60;

    private Trial() {}

    /**
     * @return the same sandbox
     * @throws SandboxMissing with what it said when it does not work
     */
    static Sandbox of(Sandbox sandbox, Path directory) {
        try {
            Path own = Files.createDirectories(directory.resolve("trial"));
            Place place = new Place(
                    "trial:" + ProcessHandle.current().pid(),
                    Files.createDirectories(own.resolve("tree")),
                    Files.createDirectories(own.resolve("home")),
                    Files.createDirectories(own.resolve("tmp")));
            Process process = sandbox.enclose(
                            new Enclosure(place, List.of(), Map.of(), null), List.of("/bin/sh", "-c", "exit 42"))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readNBytes(1000), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 42) {
                process.destroyForcibly();
                throw new SandboxMissing(
                        sandbox.name() + " does not work here: " + said,
                        "Allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1,"
                                + " kernel.apparmor_restrict_unprivileged_userns=0, or the container's options)");
            }
            return sandbox;
        } catch (IOException e) {
            throw new SandboxMissing(sandbox.name() + " cannot be started: " + e.getMessage(), "Install it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxMissing(sandbox.name() + " was not tried to its end", "Start again");
        }
    }
}
