package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Golden samples are append-only: the manifest lists each with its SHA-256. EXT-1 */
class GoldenManifestTest {

    /** EXT-1 */
    @Test
    void noListedSampleChangedOrVanishedAndNoneIsUnlisted() throws IOException {
        Map<String, String> listed = Files.readAllLines(GoldenSample.ROOT.resolve("MANIFEST")).stream()
                .map(line -> line.split(" {2}"))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (a, b) -> a, TreeMap::new));

        Map<String, String> present = GoldenSample.all().stream()
                .collect(Collectors.toMap(
                        GoldenSample::listedName, sample -> sha256(sample.bytes()), (a, b) -> a, TreeMap::new));

        assertThat(present).as("""
                        A sample is never changed: somebody said it so. Add the next number instead, and in src/test/resources/golden run
                            sha256sum <wire name>/<n>.json >> MANIFEST""").isEqualTo(listed);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
