package dev.wakeful.budget.price;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;

/**
 * The price table that holds now. A changed file holds from the next call on; a broken one stops the start, and later is refused as a
 * whole while the last good table stays.
 */
@Component
public final class Prices {

    private static final Logger LOG = LoggerFactory.getLogger(Prices.class);

    private final @Nullable Path file;
    private volatile Loaded loaded;

    Prices(PriceProperties properties) {
        this.file = properties.file();
        this.loaded = file == null ? new Loaded(properties.tariff(), null) : load(file);
    }

    private record Loaded(Tariff tariff, @Nullable FileTime changed) {}

    /**
     * What a call of the model costs.
     *
     * @param subscription whether a subscription pays for it: then it counts at the imputed price
     */
    public CallPrice of(String model, boolean subscription) {
        if (file != null && !changed(file).equals(loaded.changed())) {
            reload(file);
        }
        return loaded.tariff().of(model, subscription);
    }

    private synchronized void reload(Path path) {
        FileTime changed = changed(path);
        if (changed.equals(loaded.changed())) {
            return;
        }
        try {
            loaded = load(path);
            LOG.info("Price table read again from {}", path);
        } catch (RuntimeException e) {
            loaded = new Loaded(loaded.tariff(), changed);
            LOG.error("The changed price table {} is refused, the one before holds: {}", path, e.getMessage());
        }
    }

    private static FileTime changed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            // a file that is being replaced: the table that was read stays
            return FileTime.fromMillis(0);
        }
    }

    private static Loaded load(Path path) {
        FileTime changed = changed(path);
        MutablePropertySources sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("prices", new FileSystemResource(path))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException("The price table " + path + " cannot be read", e);
        }
        PriceProperties read = new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate(
                        "",
                        Bindable.of(PriceProperties.class),
                        // a key that is misspelled is not taken for one that is missing
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true));
        return new Loaded(read.tariff(), changed);
    }
}
