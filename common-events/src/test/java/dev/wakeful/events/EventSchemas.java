package dev.wakeful.events;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema of an event type from its record, so that the schema cannot say anything else than the code. */
final class EventSchemas {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<Class<?>, String> FORMATS = Map.of(Instant.class, "date-time", URI.class, "uri");
    /** ISO 8601 as Java writes it; the format "duration" of JSON Schema knows no fractions of a second. */
    private static final String DURATION = "^PT(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,9})?S)?$";

    private final SchemaGenerator generator;

    EventSchemas() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(
                Option.NONPUBLIC_NONSTATIC_FIELDS_WITHOUT_GETTERS,
                Option.FLATTENED_ENUMS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.PLAIN_DEFINITION_KEYS);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider(new Scalars())
                .withPropertySorter((one, other) -> 0)
                .withIdResolver(scope -> wireName(scope.getType().getErasedType()));
        config.forFields().withRequiredCheck(field -> !isOptional(field));
        generator = new SchemaGenerator(config.build());
    }

    /** The schema as it is committed, with a line break at the end. */
    String of(Class<? extends Event> type) {
        return MAPPER.writeValueAsString(generator.generateSchema(type)).replace("\r\n", "\n") + "\n";
    }

    private static @Nullable String wireName(Class<?> type) {
        WireName name = type.getAnnotation(WireName.class);
        return name == null ? null : EnvelopeHeaders.schemaOf(name.value());
    }

    private static boolean isOptional(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Identifiers, money and times are one value on the wire. */
    private static final class Scalars implements CustomDefinitionProviderV2 {
        @Override
        public @Nullable CustomDefinition provideCustomSchemaDefinition(
                ResolvedType type, SchemaGenerationContext context) {
            Class<?> erased = type.getErasedType();
            ObjectNode schema = context.getGeneratorConfig().createObjectNode();
            if (Identifier.class.isAssignableFrom(erased)) {
                schema.put("type", "string").put("minLength", 1).put("maxLength", 200);
            } else if (erased == Money.class) {
                schema.put("type", "integer");
            } else if (erased == Duration.class) {
                schema.put("type", "string").put("pattern", DURATION);
            } else if (FORMATS.containsKey(erased)) {
                schema.put("type", "string").put("format", FORMATS.get(erased));
            } else {
                return null;
            }
            return new CustomDefinition(schema, true);
        }
    }
}
