package dev.wakeful.autodev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.process.Place;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DEV-4: without a sandbox a command is told of the proxy, and nothing else changes. */
class NoSandboxTest {

    @TempDir
    Path directory;

    @Test
    void theEnvironmentTellsOfTheProxyOnlyWhereThereIsOne() {
        Place place = new Place("swarm-1:1", directory, directory, directory);

        Map<String, String> with = new NoSandbox()
                .enclose(
                        new Enclosure(place, List.of(), Map.of(), null, new InetSocketAddress("127.0.0.1", 4711)),
                        List.of("true"))
                .environment();
        Map<String, String> without = new NoSandbox()
                .enclose(new Enclosure(place, List.of(), Map.of(), null), List.of("true"))
                .environment();

        assertThat(with)
                .containsEntry("HTTPS_PROXY", "http://127.0.0.1:4711")
                .containsEntry("http_proxy", "http://127.0.0.1:4711")
                .containsEntry("NO_PROXY", "localhost,127.0.0.1,::1")
                .hasEntrySatisfying(
                        "MAVEN_OPTS",
                        options -> assertThat(options).contains("-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=4711"));
        assertThat(without.keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("proxy"))
                .doesNotContain("MAVEN_OPTS", "GRADLE_OPTS");
    }
}
