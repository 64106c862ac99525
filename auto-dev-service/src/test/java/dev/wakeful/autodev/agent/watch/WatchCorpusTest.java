package dev.wakeful.autodev.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** DEV-6, TRG-3, TRG-11, TRG-12: nobody who works is ended, and nobody who does not goes unnoticed, over a corpus of agents. */
class WatchCorpusTest {

    private static Stream<Path> files(String directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources").resolve(directory))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @Test
    void nobodyIsEndedWronglyAndNobodyIsMissed() throws Exception {
        List<Played> corpus = new ArrayList<>();
        files("watch").map(Recording::read).forEach(corpus::add);
        files("watch/real").map(RealRecording::read).forEach(corpus::add);
        int falseKills = 0;
        int misses = 0;
        for (Played recording : corpus) {
            Played.Noticed noticed = recording.play();
            boolean right = recording.expected().equals(Optional.ofNullable(noticed.alarm()))
                    && (recording.expected().isEmpty() || noticed.second() <= recording.bySeconds());
            falseKills += recording.expected().isEmpty() && noticed.alarm() != null ? 1 : 0;
            misses += recording.expected().isPresent() && !right ? 1 : 0;
            System.out.printf(
                    "%-42s expected %-15s seen %-15s after %4d s%s%n",
                    recording.name(),
                    recording.expected().map(Alarm::name).orElse("-"),
                    noticed.alarm() == null ? "-" : noticed.alarm(),
                    noticed.second(),
                    right ? "" : "   <-- WRONG");
        }
        long healthy = corpus.stream().filter(each -> each.expected().isEmpty()).count();
        System.out.printf(
                "%d healthy: %d ended wrongly; %d in trouble: %d missed%n",
                healthy, falseKills, corpus.size() - healthy, misses);

        assertThat(corpus).hasSizeGreaterThanOrEqualTo(50);
        assertThat(falseKills).as("ended wrongly").isZero();
        assertThat(misses).as("missed").isZero();
    }
}
