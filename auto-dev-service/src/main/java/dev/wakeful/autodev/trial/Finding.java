package dev.wakeful.autodev.trial;

/**
 * What one attempt to break out came to.
 *
 * @param attempt its short name, stable for scripts
 * @param held whether the sandbox kept it in
 * @param says one sentence
 */
public record Finding(String attempt, boolean held, String says) {}
