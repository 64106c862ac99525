package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.budget.price.ModelPattern;
import java.util.List;

/** The models that may be called: those of the settings, and where a token names some, only these among them. */
record AllowedModels(List<ModelPattern> everywhere) {

    AllowedModels {
        everywhere = List.copyOf(everywhere);
    }

    /** @throws CallRefused with 403 and the list */
    void require(String model, List<String> ofToken) {
        boolean allowed = everywhere.stream().anyMatch(pattern -> pattern.matches(model))
                && (ofToken.isEmpty() || ofToken.stream().anyMatch(name -> new ModelPattern(name).matches(model)));
        if (!allowed) {
            throw new CallRefused(Refusal.modelNotAllowed(
                    model,
                    ofToken.isEmpty()
                            ? everywhere.stream().map(ModelPattern::value).toList()
                            : ofToken));
        }
    }
}
