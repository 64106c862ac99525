package dev.wakeful.cimanager.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Makes text of what a terminal was sent. */
final class LogText {

    private static final Pattern ESCAPES =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?|[ -/]*[0-~])");
    private static final Pattern LINE_ENDS = Pattern.compile("\r+\n?");

    private LogText() {}

    /** Reads the last bytes as UTF-8; no escape sequences, no control characters but line feed and tab. */
    static String clean(byte[] log, int lastBytes) {
        byte[] end = Arrays.copyOfRange(log, Math.max(0, log.length - lastBytes), log.length);
        String text = new String(end, StandardCharsets.UTF_8);
        String plain = LINE_ENDS.matcher(ESCAPES.matcher(text).replaceAll("")).replaceAll("\n");
        StringBuilder kept = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(point -> point == '\n' || point == '\t' || !Character.isISOControl(point))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The end of the text, at most so many bytes of UTF-8, no character cut in half. */
    static String tail(String text, int mostBytes) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, utf8.length - mostBytes);
        while (from > 0 && from < utf8.length && (utf8[from] & 0xC0) == 0x80) {
            from++;
        }
        return new String(utf8, from, utf8.length - from, StandardCharsets.UTF_8);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
