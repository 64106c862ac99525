package dev.wakeful.autodev.agent.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DEV-4: a home that an agent had before is furnished again without being led astray. */
class AgentHomeTest {

    @TempDir
    Path directory;

    @Test
    void nothingIsWrittenThroughALink() throws Exception {
        Path precious = Files.createDirectories(directory.resolve("precious"));
        Path file = Files.writeString(precious.resolve("settings.json"), "mine");
        AgentHome home = new AgentHome(directory.resolve("home"));
        Map<String, String> files = Map.of(".a/settings.json", "ours", ".b/c/settings.json", "ours");
        home.write(files);
        Files.delete(home.path().resolve(".a/settings.json"));
        Files.createSymbolicLink(home.path().resolve(".a/settings.json"), file);
        Files.delete(home.path().resolve(".b/c/settings.json"));
        Files.delete(home.path().resolve(".b/c"));
        Files.createSymbolicLink(home.path().resolve(".b/c"), precious);

        home.write(files);

        assertThat(file).hasContent("mine");
        assertThat(home.path().resolve(".a/settings.json")).isRegularFile().hasContent("ours");
        assertThat(home.path().resolve(".b/c/settings.json")).hasContent("ours");
    }
}
