package dev.wakeful.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Colours for people; plain text when the output is no terminal, {@code NO_COLOR} is set or {@code TERM=dumb}. */
public enum Ink {
    COLOURED,
    PLAIN;

    /** The ink for one of the process's own streams: 1 is standard output, 2 standard error. */
    public static Ink of(int descriptor) {
        return of(System.getenv(), () -> isTerminal(descriptor));
    }

    static Ink of(Map<String, String> environment, BooleanSupplier terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"))) {
            return PLAIN;
        }
        boolean forced = !environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0");
        return forced || terminal.getAsBoolean() ? COLOURED : PLAIN;
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    public String red(String text) {
        return paint("31", text);
    }

    public String green(String text) {
        return paint("32", text);
    }

    public String yellow(String text) {
        return paint("33", text);
    }

    public String cyan(String text) {
        return paint("36", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    /** Asks Linux about the very stream; elsewhere the JDK's console knows only about all streams together. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return System.console() != null && System.console().isTerminal();
        }
    }
}
