package dev.wakeful.autodev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied of a host's settings (DEV-4). */
class HostSettingsIT {

    @TempDir
    Path directory;

    /** DEV-4: no link in a directory is followed to a file that is not on the list, and the copy of a process that has ended goes. */
    @Test
    void onlyWhatIsOnTheListIsCopied() throws Exception {
        Path etc = Files.createDirectories(directory.resolve("etc"));
        Path certs = Files.createDirectories(etc.resolve("ssl/certs"));
        Files.writeString(certs.resolve("ca.crt"), "certificate");
        Files.writeString(etc.resolve("shadow"), "secret");
        Files.createSymbolicLink(certs.resolve("link"), etc.resolve("shadow"));
        Files.writeString(directory.resolve("zone"), "UTC");
        Path zone = Files.createSymbolicLink(etc.resolve("localtime"), directory.resolve("zone"));
        Path own = directory.resolve("sandbox");
        Path earlier = Files.createDirectories(own.resolve("etc-" + Integer.MAX_VALUE));
        Path others = Files.createDirectories(own.resolve("etc-1"));
        Files.writeString(earlier.resolve("hosts"), "127.0.0.1 localhost");

        Path copy = HostSettings.of(etc, List.of(certs, zone), own).copy();

        assertThat(copy.resolve("ssl/certs/ca.crt")).hasContent("certificate");
        assertThat(copy.resolve("ssl/certs/link")).isSymbolicLink();
        assertThat(copy.resolve("localtime")).hasContent("UTC").isRegularFile();
        assertThat(copy.resolve("shadow")).doesNotExist();
        assertThat(earlier).doesNotExist();
        assertThat(others).exists();
    }
}
