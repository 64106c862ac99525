package dev.wakeful.cli.emergency;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Ink;

/** The answer of {@code /api/emergency-stop} for people. */
public final class SafetyText {

    private SafetyText() {}

    /** A few lines while the system is stopped; nothing else. */
    public static String of(Item safety, Ink ink) {
        if (!safety.flag("stopped")) {
            return "";
        }
        Item last = safety.item("last");
        StringBuilder text = new StringBuilder(ink.red("SAFE MODE") + ": stopped since " + last.text("since") + " by "
                + last.text("by") + ": " + last.text("reason") + "\n");
        if (last.has("quietMillis")) {
            text.append("quiet after ").append(last.number("quietMillis")).append(" ms, ");
            text.append(last.number("processes")).append(" processes ended, ");
            text.append(
                    last.has("lastEffectMillis")
                            ? "last effect after " + last.number("lastEffectMillis") + " ms\n"
                            : "no effect left afterwards\n");
        }
        String waiting = String.join(
                ", ",
                last.json()
                        .path("waitingFor")
                        .valueStream()
                        .map(each -> each.asString(""))
                        .toList());
        if (!waiting.isEmpty()) {
            text.append(ink.yellow("! "))
                    .append("not quiet yet: ")
                    .append(waiting)
                    .append("\n");
        }
        if (safety.flag("fileThere")) {
            text.append("The file STOP is in the data directory: remove it first.\n");
        }
        return text.append("To go on: wakeful resume --reason TEXT\n").toString();
    }
}
