package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published schemas say what the records say. EXT-1 */
class EventSchemasTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path EARLIER = Path.of("src/test/resources/earlier-schemas");
    private static final boolean WRITE = Boolean.getBoolean("wakeful.write-schemas");

    private final EventSchemas schemas = new EventSchemas();

    /** EXT-1 */
    @TestFactory
    java.util.stream.Stream<DynamicTest> theCommittedSchemaIsTheOneOfTheRecord() {
        return EventTypes.all().stream()
                .sorted(java.util.Comparator.comparing(EventTypes::nameOf))
                .map(type -> DynamicTest.dynamicTest(EventTypes.nameOf(type), () -> compare(type)));
    }

    /** EXT-1 */
    @Test
    void thereIsNoSchemaOfATypeThatDoesNotExist() throws IOException {
        try (var files = Files.list(SCHEMAS)) {
            var names = files.map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))
                    .collect(Collectors.toSet());

            assertThat(names)
                    .isEqualTo(EventTypes.all().stream().map(EventTypes::nameOf).collect(Collectors.toSet()));
        }
    }

    private void compare(Class<? extends Event> type) throws IOException {
        Path committed = SCHEMAS.resolve(EventTypes.nameOf(type) + ".json");
        String generated = schemas.of(type);
        if (WRITE) {
            write(type, committed, generated);
        }

        assertThat(committed).as("""
                        The record and its published schema differ. Only optional fields may be added; anything else is a new type ….v2.
                        If that holds, write the schema with
                            mvn -pl common-events test -Dtest=EventSchemasTest -Dwakeful.write-schemas=true
                        and add a golden sample that has the new field.""").exists().hasContent(generated);
    }

    /** What was published before is kept, so that today's samples can be checked against it. */
    private static void write(Class<? extends Event> type, Path committed, String generated) throws IOException {
        Files.createDirectories(committed.getParent());
        if (Files.exists(committed) && !Files.readString(committed).equals(generated)) {
            Path earlier = Files.createDirectories(EARLIER.resolve(EventTypes.nameOf(type)));
            try (var kept = Files.list(earlier)) {
                Files.move(committed, earlier.resolve((kept.count() + 1) + ".json"));
            }
        }
        Files.writeString(committed, generated);
    }
}
