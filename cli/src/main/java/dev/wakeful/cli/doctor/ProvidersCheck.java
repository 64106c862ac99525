package dev.wakeful.cli.doctor;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether the gateway will find a key of a provider of models in the environment that Wakeful is started from (BUD-4). */
record ProvidersCheck(Map<String, String> environment) implements Check {

    private static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "anthropic", "ANTHROPIC_API_KEY",
            "openai", "OPENAI_API_KEY",
            "gemini", "GEMINI_API_KEY"));

    @Override
    public Diagnosis diagnose() {
        String found = KEYS.entrySet().stream()
                .filter(key -> !environment.getOrDefault(key.getValue(), "").isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return found.isEmpty()
                ? Diagnosis.warning(
                        "model providers",
                        "No key of a provider of models is in this environment: agents that need one are answered"
                                + " with 503.",
                        "Where agents are wanted, start Wakeful with " + String.join(", ", KEYS.values())
                                + ", or name a key file in its settings.")
                : Diagnosis.ok("model providers", "keys in this environment for " + found);
    }
}
