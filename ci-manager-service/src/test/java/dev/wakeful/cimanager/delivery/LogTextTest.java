package dev.wakeful.cimanager.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void escapeSequencesAndControlCharactersAreLeftOut() {
        String raw =
                "\u001b[1;31mred\u001b[0m \u001b]8;;http://x\u0007link\u001b]8;;\u001b\\ \u001b(B\u0008\u0085tab\there\r\nnext\rlast";

        assertThat(clean(raw)).isEqualTo("red link tab\there\nnext\nlast");
    }

    @Test
    void malformedBytesAreReplaced() {
        assertThat(LogText.clean(new byte[] {'a', (byte) 0xff, 'b'}, 100)).isEqualTo("a\uFFFDb");
    }

    @Test
    void manyBrokenEscapesTakeNoLongerThanMany() {
        assertThat(clean("\u001b]".repeat(100_000))).isEmpty();
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(LogText.tail("aé", 1)).isEmpty();
        assertThat(LogText.tail("aé", 2)).isEqualTo("é");
        assertThat(LogText.tail("aé", 3)).isEqualTo("aé");
        assertThat(LogText.tail("a😀", 3)).isEmpty();
    }

    private static String clean(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        return LogText.clean(bytes, bytes.length);
    }
}
