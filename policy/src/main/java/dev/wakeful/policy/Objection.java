package dev.wakeful.policy;

/**
 * Why a policy file cannot be used.
 *
 * @param file as it was named
 * @param line counted from 1; 0 when it is about the whole file
 */
public record Objection(String file, int line, String says) {

    /** One sentence: where, what stands there, what is allowed. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + says;
    }
}
