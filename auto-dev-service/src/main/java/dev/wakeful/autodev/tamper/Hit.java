package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.events.SwarmEvent.Suspicion;

/** Makes suspicions of lines; their text is cut and made harmless. */
final class Hit {

    private static final int LONGEST = 300;

    private Hit() {}

    static Suspicion added(String rule, String path, Line line, String why) {
        return new Suspicion(rule, clean(path), line.number(), "+" + clean(line.text()), clean(why));
    }

    static Suspicion removed(String rule, String path, Line line, String why) {
        return new Suspicion(rule, clean(path), line.number(), "-" + clean(line.text()), clean(why));
    }

    static Suspicion file(String rule, String path, String why) {
        return new Suspicion(rule, clean(path), 0, "", clean(why));
    }

    private static String clean(String text) {
        String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
        return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST) + "…";
    }
}
