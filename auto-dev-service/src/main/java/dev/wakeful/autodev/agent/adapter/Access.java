package dev.wakeful.autodev.agent.adapter;

import dev.wakeful.autodev.agent.AgentSpec;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a client of a provider is pointed at the gateway with the swarm's token as its key, kept from telling anybody about it, and kept from what
 * a repository has set up for it (DEV-5): as data. The sandbox is the fence; this is so that an agent does the same whatever the repository says,
 * and meets the repository's guide in the brief, where it is marked as data.
 *
 * @param files relative to the private home
 */
record Access(Map<String, String> environment, Map<String, String> files) {

    /** The variable that bears the token for settings that name one. */
    static final String TOKEN = "WAKEFUL_TOKEN";

    /** The name of nothing, for lists that allow all where they are empty. */
    static final String NOTHING = ".wakeful-nothing";

    Access {
        environment = Map.copyOf(environment);
        files = Map.copyOf(files);
    }

    /** For programs whose kind nobody knows: every client finds its settings. */
    static Access all(AgentSpec spec) {
        return all(spec, "allow");
    }

    /** For agents that can be answered: those that ask only where they are told to are told to. */
    static Access asking(AgentSpec spec) {
        return all(spec, "ask");
    }

    private static Access all(AgentSpec spec, String permission) {
        Access all = common(spec).plus(claude(spec)).plus(codex(spec)).plus(gemini(spec));
        return spec.model().isBlank() ? all : all.plus(opencode(spec, permission));
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
            environment.put("ANTHROPIC_MODEL", spec.model());
            // what it does on the side goes to the one model that is allowed
            environment.put("ANTHROPIC_DEFAULT_HAIKU_MODEL", spec.model());
        }
        return new Access(
                environment, Map.of(".claude/settings.json", Json.write(Map.of("includeCoAuthoredBy", false))));
    }

    /** Settings in a directory that is not trusted do not count; its guides are no part of the prompt. */
    static Access codex(AgentSpec spec) {
        String model = spec.model().isBlank() ? "" : "model = " + Json.write(spec.model()) + "\n";
        String settings = model
                + """
                model_provider = "wakeful"
                approval_policy = "never"
                sandbox_mode = "danger-full-access"
                check_for_update_on_startup = false
                web_search = "disabled"
                project_doc_max_bytes = 0

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

                [projects.%s]
                trust_level = "untrusted"
                """.formatted(
                                Json.write(base(spec) + "/v1"),
                                TOKEN,
                                Json.write(spec.directory().toString()));
        return new Access(Map.of(TOKEN, spec.token()), Map.of(".codex/config.toml", settings));
    }

    /**
     * A repository's own are stronger, and neither they nor its guide can be switched off where the tree is trusted; the variable that would load
     * programs into it is taken.
     */
    static Access gemini(AgentSpec spec) {
        Map<String, Object> model = new LinkedHashMap<>(Map.of("maxSessionTurns", spec.mostTurns()));
        if (!spec.model().isBlank()) {
            model.put("name", spec.model());
        }
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "security", Map.of("auth", Map.of("selectedType", "gemini-api-key")),
                "privacy", Map.of("usageStatisticsEnabled", false),
                "telemetry", Map.of("enabled", false),
                "general", Map.of("enableAutoUpdate", false, "enableAutoUpdateNotification", false),
                "model", model));
        settings.putAll(Map.of(
                // the two are done by the provider itself, which the gateway cannot bound
                "tools",
                        Map.of(
                                "exclude",
                                List.of("google_web_search", "web_fetch"),
                                "discoveryCommand",
                                "",
                                "callCommand",
                                ""),
                "mcp", Map.of("allowed", List.of(NOTHING), "serverCommand", ""),
                "hooksConfig", Map.of("enabled", false),
                "skills", Map.of("enabled", false),
                "advanced", Map.of("ignoreLocalEnv", true)));
        return new Access(
                Map.of("GEMINI_API_KEY", spec.token(), "GOOGLE_GEMINI_BASE_URL", base(spec), "NODE_OPTIONS", ""),
                Map.of(".gemini/settings.json", Json.write(settings)));
    }

    /** @param permission {@code allow}, or {@code ask} where there is somebody who answers */
    static Access opencode(AgentSpec spec, String permission) {
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
                permission,
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
                        "1",
                        "OPENCODE_DISABLE_PROJECT_CONFIG",
                        "1",
                        "OPENCODE_DISABLE_CLAUDE_CODE",
                        "1",
                        "OPENCODE_DISABLE_EXTERNAL_SKILLS",
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
