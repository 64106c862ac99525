package dev.wakeful.cli.task;

import dev.wakeful.cli.terminal.Ink;
import java.util.Locale;

/** A task's state in the colour of how much it needs a person. */
final class State {

    private State() {}

    static String of(String state, Ink ink) {
        String word = state.toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (state) {
            case "PROPOSED", "CLOSED" -> ink.green(word);
            case "RUNNING", "PLANNED" -> ink.cyan(word);
            case "PARKED" -> ink.red(word);
            default -> ink.yellow(word);
        };
    }
}
