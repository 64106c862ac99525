package dev.wakeful.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAlignAndLinesHaveNoTrailingBlanks() {
        Table table = new Table(Ink.PLAIN, "NAME", "STATE").row("a", "up").row("long-name", "");

        assertThat(table).hasToString("""
                NAME       STATE
                a          up
                long-name
                """);
    }

    @Test
    void coloursTakeNoRoom() {
        String plain = new Table(Ink.PLAIN, "A", "B").row("x", "y").toString();
        String coloured = new Table(Ink.COLOURED, "A", "B")
                .row(Ink.COLOURED.red("x"), "y")
                .toString();

        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }
}
