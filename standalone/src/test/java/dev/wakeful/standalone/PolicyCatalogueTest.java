package dev.wakeful.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.wakeful.policy.Catalogue;
import dev.wakeful.policy.Entry;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** One truth: the policy's catalogue, the services' files and what their code falls back to say the same. */
class PolicyCatalogueTest {

    private static final List<String> FILES = List.of(
            "common-service", "auto-dev", "command-center", "ci-manager", "planner", "budget", "bug-hunter", "health");

    private final Catalogue catalogue = Catalogue.load();

    /** Every default of the catalogue is what the services have by themselves, in their file or else in their code. */
    @Test
    void theDefaultsAreEqual() throws IOException {
        Map<String, Map<String, List<String>>> files = files();
        Map<String, List<String>> code = codeDefaults();

        for (Entry entry : catalogue.entries()) {
            for (Entry.Property property : entry.properties()) {
                List<List<String>> said = files.entrySet().stream()
                        .filter(file ->
                                property.service().isEmpty() || file.getKey().equals(property.service()))
                        .flatMap(file -> Stream.ofNullable(file.getValue().get(property.name())))
                        .toList();
                List<List<String>> own = said.isEmpty()
                        ? Stream.ofNullable(code.get(property.name())).toList()
                        : said;

                assertThat(own).as("defaults of %s in the services", property).isNotEmpty();
                assertThat(own)
                        .as("%s, in the catalogue %s", property, entry.initial())
                        .allMatch(each -> entry.same(each, entry.initial()));
            }
        }
    }

    /** Whatever is set under wakeful. is in the policy, or on the list of what is none. */
    @Test
    void everySettingIsInThePolicyOrSaidToBeNone() throws IOException {
        TreeSet<String> all = new TreeSet<>(codeNames());
        files().values().forEach(file -> all.addAll(file.keySet()));

        assertThat(all)
                .filteredOn(name -> name.startsWith("wakeful."))
                .allSatisfy(name -> assertThat(isKnown(name))
                        .as("%s is neither in the policy's catalogue nor on its list of other settings", name)
                        .isTrue());
    }

    private boolean isKnown(String name) {
        String key = name.substring("wakeful.".length());
        return catalogue.entries().stream()
                        .flatMap(entry -> entry.properties().stream())
                        .map(Entry.Property::name)
                        // a map's keys are properties of their own
                        .anyMatch(property -> property.equals(name) || property.startsWith(name + "."))
                || catalogue.elsewhere().keySet().stream()
                        .anyMatch(other -> key.equals(other) || key.startsWith(other + "."));
    }

    private static Map<String, Map<String, List<String>>> files() throws IOException {
        Map<String, Map<String, List<String>>> files = new LinkedHashMap<>();
        for (String file : FILES) {
            Map<String, List<String>> values = new TreeMap<>();
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader().load(file, new ClassPathResource(file + ".yaml"))) {
                for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    values.merge(
                            name.replaceAll("\\[\\d+].*", ""),
                            texts(String.valueOf(source.getProperty(name))),
                            (one, next) ->
                                    Stream.concat(one.stream(), next.stream()).toList());
                }
            }
            files.put(file, values);
        }
        return files;
    }

    /** An empty list is an empty text here. */
    private static List<String> texts(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static Map<String, List<String>> codeDefaults() {
        Map<String, List<String>> defaults = new TreeMap<>();
        settings().forEach((name, parameter) -> {
            DefaultValue value = parameter.getAnnotation(DefaultValue.class);
            if (value != null && value.value().length > 0) {
                defaults.put(name, List.of(value.value()));
            }
        });
        return defaults;
    }

    private static List<String> codeNames() {
        return List.copyOf(settings().keySet());
    }

    /** Every parameter of every record that is bound to settings under wakeful. */
    private static Map<String, Parameter> settings() {
        Map<String, Parameter> found = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.wakeful").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .forEach(type -> collect(
                                type.getAnnotation(ConfigurationProperties.class)
                                        .value(),
                                type,
                                found));
        return found;
    }

    /** A record's parameters bear the annotations and, for its canonical constructor, the components' names. */
    private static void collect(String prefix, Class<?> type, Map<String, Parameter> found) {
        Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == type.getRecordComponents().length)
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .forEach(parameter -> {
                    String name = prefix + "." + kebab(parameter.getName());
                    if (parameter.getType().isRecord()) {
                        collect(name, parameter.getType(), found);
                    } else {
                        found.put(name, parameter);
                    }
                });
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
