package dev.wakeful.autodev.report;

/** A finding of a scanner at error level; text from outside. Where lines above it moved it is still the same. */
public record Problem(String rule, String path, int line, String message) {

    private static final int LONGEST = 200;

    public Problem {
        rule = cut(rule);
        path = cut(path);
        message = cut(message);
    }

    private static String cut(String text) {
        String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST);
    }

    /** Without the line. */
    public String identity() {
        return rule + "\n" + path + "\n" + message;
    }

    @Override
    public String toString() {
        return rule + " at " + path + ":" + line;
    }
}
