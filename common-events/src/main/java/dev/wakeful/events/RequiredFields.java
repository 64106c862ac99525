package dev.wakeful.events;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a record's component that must be there and is not, so that a half-empty event never reaches a handler. */
final class RequiredFields {

    private RequiredFields() {}

    static void check(Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            @Nullable Object value = read(record, component);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new IllegalArgumentException("'" + component.getName() + "' is missing");
            }
            checkWithin(value);
        }
    }

    private static void checkWithin(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(RequiredFields::checkWithin);
        } else if (value instanceof Record nested && !(value instanceof Identifier)) {
            check(nested);
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
