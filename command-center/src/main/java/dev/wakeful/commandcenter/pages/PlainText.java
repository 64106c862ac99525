package dev.wakeful.commandcenter.pages;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside as it may be shown: without terminal colours, and with the characters that could make it read differently from what
 * it is (control and bidirectional ones) made visible. Markup is not its business: templates escape everything.
 */
public final class PlainText {

    private static final Pattern TERMINAL =
            Pattern.compile("\u001B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?)");
    private static final Pattern DECEPTIVE =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");

    private PlainText() {}

    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String uncoloured = TERMINAL.matcher(text.replace("\r\n", "\n")).replaceAll("");
        return DECEPTIVE.matcher(uncoloured).replaceAll("\uFFFD");
    }
}
