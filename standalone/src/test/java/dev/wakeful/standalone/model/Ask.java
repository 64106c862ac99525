package dev.wakeful.standalone.model;

import java.util.Set;

/**
 * What an agent asks of a model, whatever the API.
 *
 * @param tools the names of those it offers; none when it asks on the side, for example for a title
 * @param results how many answers of tools are in the conversation so far
 * @param most tokens it may be answered with
 * @param body as it came
 */
record Ask(String model, Set<String> tools, int results, long most, String body) {}
