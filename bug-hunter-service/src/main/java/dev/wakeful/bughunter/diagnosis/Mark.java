package dev.wakeful.bughunter.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A line of the log that names what failed.
 *
 * @param line its index in the log
 * @param name the failing test, or the compiler's words
 * @param error the error where the same line has it
 */
record Mark(int line, String name, @Nullable String error) {}
