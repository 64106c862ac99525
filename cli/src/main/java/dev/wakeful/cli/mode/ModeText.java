package dev.wakeful.cli.mode;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Ink;
import java.util.Locale;

/** The mode in force for people. */
record ModeText(Ink ink) {

    String of(Item mode) {
        Item stance = mode.item("stance");
        Item asked = mode.item("asked");
        return line("mode", ink.cyan(mode.has("mode") ? mode.text("mode") : "not known yet"))
                + optional("because", mode.text("reason"))
                + optional("since", mode.text("since"))
                + optional("until", mode.text("until"))
                + optional("people", mode.text("context").toLowerCase(Locale.ROOT))
                + (stance.has("swarms")
                        ? line(
                                "at most",
                                stance.number("swarms") + " swarms, " + stance.number("agents") + " agents"
                                        + (stance.flag("criticalOnly") ? "; critical fixes only" : ""))
                        : "")
                + (asked.has("mode")
                        ? line(
                                "asked for",
                                asked.text("mode") + " by " + asked.text("by") + " at " + asked.text("at") + ": "
                                        + asked.text("reason"))
                        : "")
                + optional("last seen", mode.text("seenAt"));
    }

    private String optional(String name, String value) {
        return value.isEmpty() ? "" : line(name, value);
    }

    private String line(String name, String value) {
        return ink.dim(String.format(Locale.ROOT, "%-14s", name)) + value + "\n";
    }
}
