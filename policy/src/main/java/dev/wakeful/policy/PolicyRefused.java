package dev.wakeful.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The policy file is wrong, so nothing starts; one sentence for each thing that is. */
public final class PolicyRefused extends RuntimeException {

    private final transient List<Objection> objections;

    PolicyRefused(List<Objection> objections) {
        super(objections.stream().map(Objection::toString).collect(Collectors.joining("\n")));
        this.objections = List.copyOf(objections);
    }

    public List<Objection> objections() {
        return objections;
    }

    /** All of it, one sentence a line. */
    public String says() {
        return objections.stream().map(Objection::toString).collect(Collectors.joining("\n"));
    }
}
