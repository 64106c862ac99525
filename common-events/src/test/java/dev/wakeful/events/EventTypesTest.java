package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One source of truth for what exists on the wire. EXT-1 */
class EventTypesTest {

    private static final List<Class<?>> RECORDS = Arrays.stream(Event.class.getPermittedSubclasses())
            .flatMap(EventTypesTest::records)
            .collect(Collectors.toList());

    private static java.util.stream.Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypesTest::records)
                : java.util.stream.Stream.of(type);
    }

    /** EXT-1 */
    @Test
    void everyRecordHasAWireNameOfTheRightShapeAndNoneIsUsedTwice() {
        List<String> names = RECORDS.stream()
                .map(type -> EventTypes.nameOf(type.asSubclass(Event.class)))
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z.-]+\\.v\\d+"));
    }

    /** EXT-1 */
    @Test
    void theRegistryKnowsEveryRecordByItsWireName() {
        assertThat(EventTypes.all()).hasSameSizeAs(RECORDS);
        assertThat(RECORDS)
                .allSatisfy(type -> assertThat(EventTypes.byName(EventTypes.nameOf(type.asSubclass(Event.class))))
                        .hasValueSatisfying(found -> assertThat(found).isEqualTo(type)));
        assertThat(EventTypes.byName("build.exploded.v1")).isEmpty();
    }

    /** EXT-1 */
    @Test
    void everyStreamOfTheSealedHierarchyIsATopicWithADeadLetterTopic() {
        assertThat(Stream.values()).hasSameSizeAs(Event.class.getPermittedSubclasses());
        assertThat(Stream.BUILD.topic()).isEqualTo("wakeful.build");
        assertThat(Stream.BUILD.deadLetterTopic()).isEqualTo("wakeful.build-dlt");
        for (Stream stream : Stream.values()) {
            assertThat(stream.types())
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(Stream.of(type)).isEqualTo(stream));
        }
    }

    /** EXT-1 */
    @Test
    void aTypeWithoutAStreamIsRefusedByName() {
        assertThatThrownBy(() -> Stream.of(Event.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
