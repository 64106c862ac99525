package dev.wakeful.budget.gateway.provider;

import dev.wakeful.budget.price.ModelPattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway is told.
 *
 * @param models the models that may be called; a star at the end stands for the rest of the name
 * @param providers by name: {@code anthropic}, {@code openai}, {@code gemini}
 * @param breaker when a provider counts as down
 * @param usageLimitWait how long a provider is left alone that says 429 and not until when
 * @param connectTimeout how long a provider may take to accept a connection
 * @param answerTimeout how long a provider may take to begin its answer
 */
@ConfigurationProperties("wakeful.budget.gateway")
public record GatewayProperties(
        @DefaultValue List<String> models,
        @DefaultValue Map<String, ProviderSettings> providers,
        @DefaultValue BreakerSettings breaker,
        @DefaultValue("60s") Duration usageLimitWait,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10m") Duration answerTimeout) {

    public GatewayProperties {
        models = List.copyOf(models);
        providers = Map.copyOf(providers);
        models.forEach(ModelPattern::new);
    }

    /** The models that may be called. */
    public List<ModelPattern> allowedModels() {
        return models.stream().map(ModelPattern::new).toList();
    }
}
