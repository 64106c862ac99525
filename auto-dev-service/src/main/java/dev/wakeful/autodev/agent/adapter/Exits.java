package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentEnd.Reason;
import java.util.Optional;

/** What an exit code alone tells. */
final class Exits {

    private Exits() {}

    static Optional<Reason> reason(int exitCode) {
        boolean couldNotRun = exitCode == 126 || exitCode == 127;
        boolean killed = exitCode < 0 || exitCode == 128 + 9 || exitCode == 128 + 15;
        return couldNotRun ? Optional.of(Reason.REFUSED) : killed ? Optional.of(Reason.DIED) : Optional.empty();
    }

    static String words(int exitCode) {
        return switch (exitCode) {
            case -1 -> "It was ended before it was done";
            case 126, 127 -> "Its program is not there or cannot be run (exit code " + exitCode + ")";
            case 128 + 9, 128 + 15 -> "It was killed (exit code " + exitCode + ")";
            default -> "It ended with exit code " + exitCode;
        };
    }

    static String lastLine(String text) {
        String[] lines = text.strip().split("\\R");
        return Cut.to(500, lines[lines.length - 1].strip());
    }
}
