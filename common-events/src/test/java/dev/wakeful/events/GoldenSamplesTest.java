package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was ever said stays readable, and what is said today fits what was ever published. EXT-1 */
class GoldenSamplesTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final EventSchemas SCHEMAS = new EventSchemas();
    private static final JsonMapper MAPPER = new JsonMapper();

    static List<GoldenSample> samples() {
        return GoldenSample.all();
    }

    /** EXT-1 */
    @Test
    void everyTypeHasASample() {
        assertThat(samples().stream().map(GoldenSample::wireName).collect(Collectors.toSet()))
                .as("add src/test/resources/golden/<wire name>/1.json and list it in golden/MANIFEST")
                .isEqualTo(EventTypes.all().stream().map(EventTypes::nameOf).collect(Collectors.toSet()));
    }

    /** EXT-1 */
    @Test
    void everyFieldOfEveryTypeIsInSomeSampleAndEveryOptionalOneIsAbsentFromSome() {
        for (Class<? extends Event> type : EventTypes.all()) {
            List<JsonNode> trees = samples().stream()
                    .filter(sample -> sample.wireName().equals(EventTypes.nameOf(type)))
                    .map(GoldenSample::tree)
                    .toList();

            JsonNode schema = MAPPER.readTree(SCHEMAS.of(type));
            List<String> required = strings(schema.path("required"));
            for (String field : schema.path("properties").propertyNames()) {
                assertThat(trees).as(type + " with " + field).anyMatch(tree -> tree.has(field));
                if (!required.contains(field)) {
                    assertThat(trees).as(type + " without " + field).anyMatch(tree -> !tree.has(field));
                }
            }
        }
    }

    /** EXT-1 */
    @ParameterizedTest
    @MethodSource("samples")
    void aSampleStillDecodesAndKeepsItsMeaning(GoldenSample sample) {
        assertThat(sample.reencoded()).isEqualTo(sample.tree());
    }

    /** EXT-1 */
    @ParameterizedTest
    @MethodSource("samples")
    void aSampleFitsEverySchemaEverPublishedOfItsType(GoldenSample sample) throws IOException {
        for (Path published : published(sample.wireName())) {
            assertThat(errors(Files.readString(published), sample.reencoded()))
                    .as(published.toString())
                    .isEmpty();
        }
    }

    /** EXT-1 */
    @ParameterizedTest
    @MethodSource("samples")
    void unknownFieldsAreIgnored(GoldenSample sample) {
        ObjectNode extended = (ObjectNode) sample.tree();
        extended.put("addedLater", "x").putObject("addedDeeply").put("n", 1);

        Event decoded = EventJson.decode(sample.wireName(), MAPPER.writeValueAsBytes(extended));

        assertThat(decoded).isEqualTo(sample.decoded());
    }

    /** EXT-1 */
    @ParameterizedTest
    @MethodSource("samples")
    void aMissingRequiredFieldIsUndecodableAndRefusedByTheSchemaToo(GoldenSample sample) {
        String schema = SCHEMAS.of(sample.decoded().getClass());
        for (String field : strings(MAPPER.readTree(schema).path("required"))) {
            for (boolean asNull : new boolean[] {true, false}) {
                ObjectNode crippled = (ObjectNode) sample.tree();
                if (asNull) {
                    crippled.putNull(field);
                } else {
                    crippled.remove(field);
                }

                assertThat(errors(schema, crippled)).as(field).isNotEmpty();
                assertThatThrownBy(() -> EventJson.decode(sample.wireName(), MAPPER.writeValueAsBytes(crippled)))
                        .as(field)
                        .isInstanceOf(UndecodableEvent.class);
            }
        }
    }

    private static List<Path> published(String wireName) throws IOException {
        Path earlier = Path.of("src/test/resources/earlier-schemas", wireName);
        Path current = Path.of("src/main/resources/schemas", wireName + ".json");
        if (!Files.exists(earlier)) {
            return List.of(current);
        }
        try (var files = Files.list(earlier)) {
            return java.util.stream.Stream.concat(files, java.util.stream.Stream.of(current))
                    .toList();
        }
    }

    private static List<Error> errors(String schema, JsonNode document) {
        return REGISTRY.getSchema(schema)
                .validate(
                        document,
                        context -> context.executionConfig(settings -> settings.formatAssertionsEnabled(true)));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
