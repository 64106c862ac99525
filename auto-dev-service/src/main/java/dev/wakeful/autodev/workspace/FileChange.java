package dev.wakeful.autodev.workspace;

import java.util.Optional;

/**
 * A file before and after a change; one side is absent where it was added or deleted. A file that was moved has both, with two paths.
 * Everything in it is text from outside.
 */
public record FileChange(Optional<Side> before, Optional<Side> after) {

    public FileChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("A change has at least one side");
        }
    }

    /**
     * The file at one end of the change.
     *
     * @param text of a link, where it points; absent where it is no text, or too much to be looked at
     */
    public record Side(String path, Type type, Optional<String> text) {}

    /** What Git keeps at a path. */
    public enum Type {
        FILE,
        LINK,
        SUBMODULE
    }

    /** The path it has now, or had at last. */
    public String path() {
        return after.or(() -> before).map(Side::path).orElseThrow();
    }

    /** A file that only has text. */
    public static Optional<Side> text(String path, String text) {
        return Optional.of(new Side(path, Type.FILE, Optional.of(text)));
    }
}
