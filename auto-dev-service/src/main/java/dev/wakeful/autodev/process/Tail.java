package dev.wakeful.autodev.process;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes the end of a stranger's output harmless to show: text only, no terminal tricks, at most 4,096 characters. */
final class Tail {

    static final int CHARACTERS = 4096;

    private static final Pattern TERMINAL =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[ -/]*[0-~])");
    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|\\p{Cs}");

    private Tail() {}

    static String of(byte[] output) {
        String text = new String(output, StandardCharsets.UTF_8);
        text = TERMINAL.matcher(text).replaceAll("");
        text = LINE_END.matcher(text).replaceAll("\n");
        text = CONTROL.matcher(text).replaceAll("").strip();
        String end = text.length() <= CHARACTERS ? text : text.substring(text.length() - CHARACTERS);
        return !end.isEmpty() && Character.isLowSurrogate(end.charAt(0)) ? end.substring(1) : end;
    }
}
