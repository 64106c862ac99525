package dev.wakeful.policy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds: the defaults, and what a policy file says instead. Everything in it is allowed. */
public final class Policy {

    private final Catalogue catalogue;
    private final Map<String, Said> said;

    Policy(Catalogue catalogue, Map<String, Said> said) {
        this.catalogue = catalogue;
        this.said = new LinkedHashMap<>(said);
    }

    /** The defaults alone. */
    public static Policy defaults() {
        return new Policy(Catalogue.load(), Map.of());
    }

    /**
     * What the file says.
     *
     * @throws PolicyRefused with everything that is wrong in it
     */
    public static Policy of(Path file) {
        return new PolicyFile(Catalogue.load(), file).read();
    }

    /** Every key with the value that holds, in the order in which people read them. */
    public List<Setting> settings() {
        return catalogue.entries().stream().map(this::setting).toList();
    }

    private Setting setting(Entry entry) {
        return Optional.ofNullable(said.get(entry.key()))
                .map(found -> new Setting(entry, found.texts(), true))
                .orElseGet(() -> new Setting(entry, entry.initial(), false));
    }

    /** What the file says, as the properties of one service; what it leaves out is left to the service's own defaults. */
    public Map<String, Object> properties(String service) {
        Map<String, Object> properties = new LinkedHashMap<>();
        settings().stream()
                .filter(Setting::fromFile)
                .forEach(setting -> setting.entry().properties().stream()
                        .filter(property -> property.isFor(service))
                        .forEach(property -> put(properties, property.name(), setting)));
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, Setting setting) {
        if (setting.entry().kind().isList() && setting.texts().isEmpty()) {
            properties.put(name, "");
        } else if (setting.entry().kind().isList()) {
            for (int n = 0; n < setting.texts().size(); n++) {
                properties.put(name + "[" + n + "]", setting.texts().get(n));
            }
        } else {
            properties.put(name, setting.texts().getFirst());
        }
    }

    /**
     * A key and the value that holds.
     *
     * @param fromFile false: it is the default
     */
    public record Setting(Entry entry, List<String> texts, boolean fromFile) {

        /** The value in one line. */
        public String text() {
            return texts.isEmpty() ? "[]" : String.join(", ", texts);
        }
    }

    /** What stands in a file, and in which line. */
    record Said(List<String> texts, int line) {}
}
