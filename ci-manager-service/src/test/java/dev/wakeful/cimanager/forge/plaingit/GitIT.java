package dev.wakeful.cimanager.forge.plaingit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitIT {

    @TempDir
    private Path directory;

    @Test
    void aCommandThatRunsTooLongIsEndedWithItsDescendants() {
        Git git = new Git(directory, Duration.ofMillis(300));

        assertThatThrownBy(() -> git.run("-c", "alias.slow=!sleep 987654 & sleep 987654", "slow"))
                .isInstanceOf(Git.GitFailed.class)
                .hasMessageContaining("was ended after");

        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.isAlive()
                        && process.info().commandLine().orElse("").contains("987654"));
    }

    @Test
    void nothingOfTheCallersEnvironmentIsSeen() {
        Git.Result seen = new Git(directory).run("-c", "alias.seen=!env", "seen");

        assertThat(seen.out()).contains("HOME=/nonexistent").doesNotContain("USER=", "JAVA_HOME=", "MAVEN");
    }
}
