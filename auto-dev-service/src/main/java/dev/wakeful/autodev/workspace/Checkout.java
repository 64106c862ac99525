package dev.wakeful.autodev.workspace;

import java.util.List;

/**
 * How much of a repository a workspace holds: all of it, or some directories whole, with the files at the top and directly in each
 * directory above them (DEV-1).
 *
 * @param directories relative to the top; empty: the whole repository
 */
public record Checkout(List<String> directories) {

    /** All of it. */
    public static final Checkout WHOLE = new Checkout(List.of());

    public Checkout {
        directories = List.copyOf(directories);
    }

    public boolean isWhole() {
        return directories.isEmpty();
    }
}
