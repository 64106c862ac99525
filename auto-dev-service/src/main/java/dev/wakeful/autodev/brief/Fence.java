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
 * Puts text from outside between marks that it cannot know, and remembers what in it reads like an order (DEV-5). The marks follow from the
 * swarm's id, which nobody outside can guess, so the same brief is written again after a crash.
 */
final class Fence {

    private static final int LINE = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final String mark;
    private final List<Suspicion> flags = new ArrayList<>();

    Fence(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("brief\n" + secret).getBytes(StandardCharsets.UTF_8));
            this.mark = "data-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String mark() {
        return mark;
    }

    /** The text as data from the source, at most so many characters of it. */
    String around(String source, String text, int characters) {
        String clean =
                CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
        String cut = clean.length() <= characters ? clean : clean.substring(0, characters) + "\n[the rest is left out]";
        cut.lines().forEach(line -> Shape.of(line).ifPresent(shape -> flags.add(flag(source, line, shape))));
        return "<" + mark + " from=\"" + source + "\">\n" + cut + "\n</" + mark + ">";
    }

    private static Suspicion flag(String source, String line, Shape shape) {
        return new Suspicion(
                "speaks-to-agents",
                source,
                0,
                line.substring(0, Math.min(LINE, line.length())),
                "An agent was shown text from outside that " + shape.words() + ".");
    }

    List<Suspicion> flags() {
        return List.copyOf(flags);
    }
}
