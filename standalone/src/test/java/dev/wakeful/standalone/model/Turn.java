package dev.wakeful.standalone.model;

import java.util.Map;

/** What a model answers. */
sealed interface Turn {

    /** It wants a tool to be used. */
    record Use(String tool, Map<String, Object> input) implements Turn {}

    /** It says something, and is done. */
    record Say(String text) implements Turn {}
}
