package dev.wakeful.autodev.pipeline;

import java.util.List;

/** A {@code .wakeful.yaml} that cannot be used; each objection names file, line, key and what is allowed. */
public final class PipelineRefused extends RuntimeException {

    private final List<String> objections;

    PipelineRefused(List<String> objections) {
        super(String.join("\n", objections));
        this.objections = List.copyOf(objections);
    }

    public List<String> objections() {
        return objections;
    }
}
