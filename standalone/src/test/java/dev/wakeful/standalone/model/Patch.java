package dev.wakeful.standalone.model;

/** The patches that models of OpenAI are taught to write. */
final class Patch {

    private Patch() {}

    /** Replaces the only line of a file. */
    static String of(String path, String from, String to) {
        return """
                *** Begin Patch
                *** Update File: %s
                @@
                -%s
                +%s
                *** End Patch""".formatted(path, from, to);
    }
}
