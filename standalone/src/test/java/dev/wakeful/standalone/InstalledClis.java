package dev.wakeful.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The agents' programs in the build folder, as npm installs them for anybody: with its own settings, from where they say. */
final class InstalledClis {

    private static final Path WANTED = Path.of("src", "test", "agent-clis", "package.json");
    private static final Path DIRECTORY = Path.of("target", "agent-clis");
    private static final long MINUTES = 10;

    private InstalledClis() {}

    /** Installs what is not there yet, and gives the directory of the programs. */
    static Path programs() throws IOException, InterruptedException {
        Path directory = Files.createDirectories(DIRECTORY).toAbsolutePath();
        Path installed = directory.resolve("installed.json");
        if (!Files.exists(installed) || Files.mismatch(WANTED, installed) >= 0) {
            Files.copy(WANTED, directory.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
            install(directory);
            Files.copy(WANTED, installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return directory.resolve("node_modules").resolve(".bin");
    }

    private static void install(Path directory) throws IOException, InterruptedException {
        List<String> command = List.of(
                "npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error");
        Path log = directory.resolve("install.log");
        Process npm = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!npm.waitFor(MINUTES, TimeUnit.MINUTES)) {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly().onExit().join();
            throw new IllegalStateException("npm did not end within " + MINUTES + " minutes, see " + log);
        }
        if (npm.exitValue() != 0) {
            throw new IllegalStateException("npm install ended with " + npm.exitValue() + ": " + Files.readString(log));
        }
    }
}
