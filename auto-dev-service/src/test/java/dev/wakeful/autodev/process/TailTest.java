package dev.wakeful.autodev.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TailTest {

    @Test
    void terminalTricksAreTakenOut() {
        String colours = "\u001B[31;1mred\u001B[0m \u001B]0;title\u0007plain\u001B(B\u0000\u0008!";

        assertThat(tail(colours)).isEqualTo("red plain!");
    }

    @Test
    void everyLineEndIsANewline() {
        assertThat(tail("one\r\ntwo\rthree\n")).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void whatIsNotTextIsReplaced() {
        assertThat(Tail.of(new byte[] {'a', (byte) 0xFF, 'b'})).isEqualTo("a\uFFFDb");
    }

    @Test
    void onlyTheEndIsKeptAndNoCharacterIsCutInTwo() {
        String smiles = "\uD83D\uDE00".repeat(Tail.CHARACTERS) + "x";

        assertThat(tail(smiles))
                .hasSizeLessThanOrEqualTo(Tail.CHARACTERS)
                .startsWith("\uD83D\uDE00")
                .endsWith("x");
    }

    private static String tail(String output) {
        return Tail.of(output.getBytes(StandardCharsets.UTF_8));
    }
}
