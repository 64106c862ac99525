package dev.wakeful.autodev.brief;

import dev.wakeful.events.SwarmEvent.Suspicion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts text from outside between marks, and remembers what in it reads like an order (DEV-5). The marks follow from the swarm's id, which
 * nobody outside can guess, so the same brief is written again after a crash; an agent that has read them may repeat them, and so they are taken
 * out of whatever stands between them.
 */
final class Fence {

    private static final int LINE = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final String mark;
    private final Pattern marks;
    private final List<Suspicion> flags = new ArrayList<>();

    Fence(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("brief\n" + secret).getBytes(StandardCharsets.UTF_8));
            this.mark = "data-" + HexFormat.of().formatHex(digest, 0, 8);
            this.marks = Pattern.compile(mark, Pattern.CASE_INSENSITIVE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String mark() {
        return mark;
    }

    /** The text as data from the source, at most so many characters of it. */
    String around(String source, String text, int characters) {
        String clean = clean(text);
        String cut = clean.length() <= characters ? clean : clean.substring(0, characters) + "\n[the rest is left out]";
        look(source, cut);
        return "<" + mark + " from=\"" + source + "\">\n" + cut + "\n</" + mark + ">";
    }

    /** Looks at text that an agent finds for itself. */
    void look(String source, String text) {
        text.lines()
                .forEach(line -> Shape.of(line)
                        .ifPresent(shape ->
                                flag(source, line, "Text from outside that agents are shown " + shape.words() + ".")));
    }

    /** Remembers a line that speaks to agents otherwise. */
    void flag(String source, String line, String why) {
        flags.add(new Suspicion(
                Suspicion.SPEAKS_TO_AGENTS, source, 0, line.substring(0, Math.min(LINE, line.length())), why));
    }

    private String clean(String text) {
        String plain =
                CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
        return marks.matcher(plain).replaceAll("[mark]");
    }

    List<Suspicion> flags() {
        return flags.stream().distinct().toList();
    }
}
