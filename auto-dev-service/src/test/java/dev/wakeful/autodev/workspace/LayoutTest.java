package dev.wakeful.autodev.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wakeful.events.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STATE-1: a repository that has a head is whole, however its making ended. */
class LayoutTest {

    private static final Revision REVISION = new Revision("a".repeat(40));

    @TempDir
    private Path directory;

    @Test
    void oneThatIsBrokenOffHasNoHead() throws IOException {
        Layout layout = Layout.of(directory.resolve("git"), false);
        Files.createDirectories(layout.directory());
        Files.writeString(layout.directory().resolve("info"), "in the way");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> layout.write(
                        REVISION,
                        List.of(),
                        directory.resolve("no-shallow"),
                        Optional.of(new Cone(new TreeSet<>(Set.of("lib")), new TreeSet<>()))));

        assertThat(layout.head()).doesNotExist();
    }

    @Test
    void oneThatIsMadeAndForgottenHasNone() throws IOException {
        Layout layout = Layout.of(directory.resolve("git"), false);

        layout.write(REVISION, List.of(), directory.resolve("no-shallow"));
        assertThat(layout.head()).hasContent(REVISION.value());
        assertThat(layout.directory().resolve("HEAD.new")).doesNotExist();

        layout.forget();
        assertThat(layout.head()).doesNotExist();
    }
}
