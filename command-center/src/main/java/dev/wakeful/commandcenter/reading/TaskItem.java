package dev.wakeful.commandcenter.reading;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** A task in a list; {@code culprit} is the revision that broke it, where known. */
public record TaskItem(
        @JsonUnwrapped TaskHead task,
        @Nullable String culprit,
        @Nullable String culpritSubject) {}
