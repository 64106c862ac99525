package dev.wakeful.autodev.swarm;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a strategy achieved. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "attempted")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Attempted.Made.class, name = "MADE"),
    @JsonSubTypes.Type(value = Attempted.Nothing.class, name = "NOTHING")
})
public sealed interface Attempted {

    /** A change, to be proven. */
    record Made(Candidate candidate) implements Attempted {}

    /** No change, with the reason as a person would say it. */
    record Nothing(Attempt.Result result, String message) implements Attempted {}
}
