package dev.wakeful.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Everything the policy file may say, kept as data in {@code catalogue.yaml}. */
public final class Catalogue {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> elsewhere = new LinkedHashMap<>();
    private final List<Fixed> fixed;

    private Catalogue(Map<String, List<Map<String, Object>>> data) {
        data.getOrDefault("keys", List.of()).forEach(each -> {
            Entry entry = entry(each);
            entries.put(entry.key(), entry);
        });
        data.getOrDefault("elsewhere", List.of())
                .forEach(each -> elsewhere.put(
                        text(each, "key").orElseThrow(), text(each, "why").orElseThrow()));
        this.fixed = data.getOrDefault("fixed", List.of()).stream()
                .map(each -> new Fixed(
                        text(each, "rule").orElseThrow(),
                        text(each, "number").orElseThrow(),
                        text(each, "why").orElseThrow()))
                .toList();
    }

    /** A number of a rule that has no key, and why. */
    record Fixed(String rule, String number, String why) {}

    /** The catalogue of this version. */
    public static Catalogue load() {
        try (InputStream data = Objects.requireNonNull(Catalogue.class.getResourceAsStream("catalogue.yaml"))) {
            return new Catalogue(new Yaml(new SafeConstructor(new LoaderOptions())).load(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(Map<String, Object> data) {
        String key = text(data, "key").orElseThrow();
        List<String> properties = texts(data.get("properties"));
        return new Entry(
                key,
                Kind.valueOf(text(data, "kind").orElseThrow().toUpperCase(Locale.ROOT)),
                texts(data.get("default")),
                text(data, "min"),
                text(data, "max"),
                texts(data.get("rules")).stream().map(Rule::parse).toList(),
                text(data, "means").orElseThrow(),
                text(data, "requirement").orElseThrow(),
                (properties.isEmpty() ? List.of("wakeful." + key) : properties)
                        .stream().map(Entry.Property::parse).toList());
    }

    private static Optional<String> text(Map<String, Object> data, String name) {
        return Optional.ofNullable(data.get(name)).map(String::valueOf);
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object data) {
        return switch (data) {
            case null -> List.of();
            case List<?> several -> several.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(data));
        };
    }

    /** All keys in the order in which people read them. */
    public Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Whether keys stand below this one, as below {@code budget.night}. */
    boolean isGroup(String key) {
        return entries.keySet().stream().anyMatch(each -> each.startsWith(key + "."));
    }

    /** Settings that are no policy and why, by key without {@code wakeful.}; all below such a key count too. */
    public Map<String, String> elsewhere() {
        return Map.copyOf(elsewhere);
    }

    /** Numbers of rules that nobody sets. */
    List<Fixed> fixed() {
        return fixed;
    }

    /** The known key that looks most like another text. */
    String nearest(String unknown) {
        return entries.keySet().stream()
                .min(java.util.Comparator.comparingInt(key -> Spelling.distance(key, unknown)))
                .orElseThrow();
    }
}
