package dev.wakeful.standalone.model;

/**
 * A call as it reached the model.
 *
 * @param key what it was opened with
 * @param body as it came
 */
public record Call(String path, String key, String model, String body) {}
