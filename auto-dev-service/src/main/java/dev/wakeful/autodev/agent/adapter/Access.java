package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentSpec;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a client of a provider is pointed at the gateway with the swarm's token as its key, and kept from telling anybody about it: as data.
 *
 * @param files relative to the private home
 */
record Access(Map<String, String> environment, Map<String, String> files) {

    /** The variable that bears the token for settings that name one. */
    static final String TOKEN = "WAKEFUL_TOKEN";

    Access {
        environment = Map.copyOf(environment);
        files = Map.copyOf(files);
    }

    /** For programs whose kind nobody knows: every client finds its settings. */
    static Access all(AgentSpec spec) {
        Access all = common(spec).plus(claude(spec)).plus(codex(spec)).plus(gemini(spec));
        return spec.model().isBlank() ? all : all.plus(opencode(spec));
    }

    private Access plus(Access other) {
        return new Access(joined(environment, other.environment), joined(files, other.files));
    }

    private static Map<String, String> joined(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    /** What every program is told, and what clients of OpenAI's interface look for. */
    static Access common(AgentSpec spec) {
        return new Access(
                Map.of(
                        TOKEN,
                        spec.token(),
                        "WAKEFUL_GATEWAY",
                        base(spec),
                        "WAKEFUL_MODEL",
                        spec.model(),
                        "WAKEFUL_TURNS",
                        Integer.toString(spec.mostTurns()),
                        "WAKEFUL_SESSION",
                        spec.session() == null ? "" : spec.session(),
                        "OPENAI_BASE_URL",
                        base(spec) + "/v1",
                        "OPENAI_API_BASE",
                        base(spec) + "/v1",
                        "OPENAI_API_KEY",
                        spec.token(),
                        "DO_NOT_TRACK",
                        "1"),
                Map.of());
    }

    static Access claude(AgentSpec spec) {
        Map<String, String> environment = new LinkedHashMap<>(Map.of(
                "ANTHROPIC_BASE_URL", base(spec),
                "ANTHROPIC_API_KEY", spec.token(),
                "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1",
                "DISABLE_AUTOUPDATER", "1",
                "DISABLE_TELEMETRY", "1",
                "DISABLE_ERROR_REPORTING", "1",
                // the gateway cannot bound what they ask for
                "CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS", "1",
                "CLAUDE_CODE_MAX_RETRIES", "3"));
        if (!spec.model().isBlank()) {
            // what it does on the side goes to the one model that is allowed
            environment.put("ANTHROPIC_DEFAULT_HAIKU_MODEL", spec.model());
        }
        return new Access(
                environment, Map.of(".claude/settings.json", Json.write(Map.of("includeCoAuthoredBy", false))));
    }

    static Access codex(AgentSpec spec) {
        String settings = """
                model_provider = "wakeful"
                approval_policy = "never"
                sandbox_mode = "danger-full-access"
                check_for_update_on_startup = false
                web_search = "disabled"

                [model_providers.wakeful]
                name = "wakeful"
                base_url = %s
                wire_api = "responses"
                env_key = "%s"
                request_max_retries = 2
                stream_max_retries = 2

                [features]
                multi_agent = false

                [analytics]
                enabled = false

                [history]
                persistence = "none"
                """.formatted(Json.write(base(spec) + "/v1"), TOKEN);
        return new Access(Map.of(TOKEN, spec.token()), Map.of(".codex/config.toml", settings));
    }

    static Access gemini(AgentSpec spec) {
        Map<String, Object> settings = Map.of(
                "security", Map.of("auth", Map.of("selectedType", "gemini-api-key")),
                "privacy", Map.of("usageStatisticsEnabled", false),
                "telemetry", Map.of("enabled", false),
                "general", Map.of("enableAutoUpdate", false, "enableAutoUpdateNotification", false),
                // both are done by the provider itself, which the gateway cannot bound
                "tools", Map.of("exclude", List.of("google_web_search", "web_fetch")),
                "model", Map.of("maxSessionTurns", spec.mostTurns()));
        return new Access(
                Map.of("GEMINI_API_KEY", spec.token(), "GOOGLE_GEMINI_BASE_URL", base(spec)),
                Map.of(".gemini/settings.json", Json.write(settings)));
    }

    static Access opencode(AgentSpec spec) {
        Map<String, Object> provider = Map.of(
                "npm", library(spec.model()),
                "name", "wakeful",
                "options", Map.of("baseURL", base(spec) + version(spec.model()), "apiKey", "{env:" + TOKEN + "}"),
                "models", Map.of(spec.model(), Map.of("name", spec.model())));
        Map<String, Object> settings = Map.of(
                "model",
                "wakeful/" + spec.model(),
                "small_model",
                "wakeful/" + spec.model(),
                "share",
                "disabled",
                "autoupdate",
                false,
                "permission",
                "allow",
                "provider",
                Map.of("wakeful", provider));
        return new Access(
                Map.of(
                        TOKEN,
                        spec.token(),
                        "OPENCODE_DISABLE_MODELS_FETCH",
                        "1",
                        "OPENCODE_DISABLE_AUTOUPDATE",
                        "1",
                        "OPENCODE_DISABLE_LSP_DOWNLOAD",
                        "1"),
                Map.of(".config/opencode/opencode.json", Json.write(settings)));
    }

    /** The client library that speaks the model's own interface. */
    private static String library(String model) {
        return model.startsWith("claude")
                ? "@ai-sdk/anthropic"
                : model.startsWith("gemini") ? "@ai-sdk/google" : "@ai-sdk/openai-compatible";
    }

    private static String version(String model) {
        return model.startsWith("gemini") ? "/v1beta" : "/v1";
    }

    private static String base(AgentSpec spec) {
        URI gateway = spec.gateway();
        return gateway.toString().replaceFirst("/+$", "");
    }
}
