package dev.wakeful.budget.gateway.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider is reached.
 *
 * @param baseUrl without the API's own path
 * @param key its key; empty where it comes from a file or where there is none
 * @param keyFile a file that holds nothing but the key
 * @param subscription whether a subscription pays for its calls: they count at the imputed price (BUD-6)
 */
public record ProviderSettings(
        URI baseUrl,
        @DefaultValue("") String key,
        @Nullable Path keyFile,
        @DefaultValue("false") boolean subscription) {

    public ProviderSettings {
        if (baseUrl == null
                || baseUrl.getHost() == null
                || !String.valueOf(baseUrl.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "wakeful.budget.gateway.providers: base-url must be an http or https address, is " + baseUrl);
        }
    }

    /** The key, where there is one. */
    Optional<String> secret() {
        try {
            String found = keyFile == null || keyFile.toString().isBlank() ? key : Files.readString(keyFile);
            return Optional.of(found.strip()).filter(secret -> !secret.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + keyFile + " cannot be read", e);
        }
    }

    /** Without the key, for it must not reach a log. */
    @Override
    public String toString() {
        return "ProviderSettings[baseUrl=" + baseUrl + "]";
    }
}
