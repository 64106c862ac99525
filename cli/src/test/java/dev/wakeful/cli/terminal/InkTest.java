package dev.wakeful.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InkTest {

    @Test
    void aTerminalGetsColoursAndAFileDoesNot() {
        assertThat(Ink.of(Map.of(), () -> true)).isEqualTo(Ink.COLOURED);
        assertThat(Ink.of(Map.of(), () -> false)).isEqualTo(Ink.PLAIN);
    }

    @Test
    void whoeverWantsNoColoursGetsNone() {
        assertThat(Ink.of(Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1"), () -> true))
                .isEqualTo(Ink.PLAIN);
        assertThat(Ink.of(Map.of("TERM", "dumb"), () -> true)).isEqualTo(Ink.PLAIN);
        assertThat(Ink.of(Map.of("NO_COLOR", ""), () -> true)).isEqualTo(Ink.COLOURED);
    }

    @Test
    void coloursCanBeForced() {
        assertThat(Ink.of(Map.of("CLICOLOR_FORCE", "1"), () -> false)).isEqualTo(Ink.COLOURED);
    }

    @Test
    void plainInkLeavesTextAsItIs() {
        assertThat(Ink.PLAIN.red("x")).isEqualTo("x");
        assertThat(Ink.COLOURED.red("x")).isEqualTo("\u001b[31mx\u001b[0m");
    }
}
