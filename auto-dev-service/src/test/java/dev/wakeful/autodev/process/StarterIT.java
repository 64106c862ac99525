package dev.wakeful.autodev.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** DEV-4: what dies with its parent dies with this process, not with the thread that happened to start it. */
class StarterIT {

    @Test
    void aProcessOutlivesTheThreadThatAskedForIt() throws Exception {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread shortLived = Thread.ofPlatform().start(() -> started.complete(start()));

        shortLived.join();

        assertThat(started.join().waitFor(1, TimeUnit.SECONDS)).isFalse();
        started.join().destroyForcibly().waitFor();
    }

    private static Process start() {
        try {
            return Starter.start(new ProcessBuilder("setpriv", "--pdeathsig", "KILL", "sleep", "60"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
