package dev.wakeful.autodev.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What of the host is seen in every sandbox: its programs, libraries and certificates, and nothing that is about this host or its people. */
final class HostFiles {

    static final int USER = 1000;
    private static final List<String> PROGRAMS = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
    private static final List<String> SETTINGS = List.of(
            "alternatives",
            "ca-certificates",
            "debian_version",
            "fonts",
            "ld.so.cache",
            "ld.so.conf",
            "ld.so.conf.d",
            "localtime",
            "magic",
            "maven/logging",
            "maven/m2.conf",
            "mime.types",
            "nsswitch.conf",
            "os-release",
            "pki/ca-trust/extracted",
            "pki/java",
            "pki/tls/certs",
            "protocols",
            "services",
            "ssl/certs",
            "ssl/openssl.cnf",
            "terminfo",
            "timezone");

    private static final Path ETC = Path.of("/etc");
    private static final String GROUP = "agent:x:" + USER + ":\n";
    private static final String HOSTS = "127.0.0.1 localhost sandbox\n::1 localhost\n";

    private final List<Path> settings;
    private final HostSettings copied;

    /** @param directory where made-up system files are kept; no command can write there */
    HostFiles(Path directory) {
        this.settings = Stream.concat(SETTINGS.stream().map(ETC::resolve), javaSettings(ETC))
                .filter(Files::exists)
                .toList();
        this.copied = HostSettings.of(ETC, settings, directory);
        copied.write("group", GROUP);
        copied.write("hosts", HOSTS);
        copied.write("passwd", "");
    }

    /** Debian keeps the settings of its JDKs there. */
    private static Stream<Path> javaSettings(Path etc) {
        try (Stream<Path> all = Files.list(etc)) {
            return all.filter(path -> path.getFileName().toString().matches("java-[0-9]+-openjdk")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** @param lent what else will be mounted; below the copy of the settings that is not possible, so then each is mounted itself */
    void system(Mounts mounts, Path home, List<Path> lent) {
        mounts.readOnly(Path.of("/usr"));
        PROGRAMS.stream().map(Path::of).forEach(path -> programs(mounts, path));
        if (lent.stream().anyMatch(path -> path.startsWith(ETC))) {
            settings.forEach(mounts::readOnly);
            mounts.readOnly(copied.copy().resolve("group"), ETC.resolve("group"));
            mounts.readOnly(copied.copy().resolve("hosts"), ETC.resolve("hosts"));
        } else {
            mounts.readOnly(copied.copy(), ETC);
        }
        mounts.add("--dev", "/dev");
        mounts.inMemory("/dev/shm", 64);
        mounts.add("--proc", "/proc");
        mounts.readOnly(users(home), ETC.resolve("passwd"));
    }

    private static void programs(Mounts mounts, Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                mounts.add("--symlink", Files.readSymbolicLink(path).toString(), path.toString());
            } else if (Files.isDirectory(path)) {
                mounts.readOnly(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Programs that do not ask the environment find their home here: beside the home, where no command can write, and gone with it. */
    private static Path users(Path home) {
        Path file = home.resolveSibling(home.getFileName() + ".passwd");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "agent:x:" + USER + ":" + USER + "::" + home + ":/bin/sh\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("What a sandbox needs could not be written", e);
        }
    }
}
