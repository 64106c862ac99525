package dev.wakeful.events;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a record's component that must be there and is not, so that a half-empty event never reaches a handler. */
final class RequiredFields {

    /** Looked up once a class: every event of every service comes by here. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private RequiredFields() {}

    static void check(Record record) {
        for (Field field : FIELDS.get(record.getClass())) {
            @Nullable Object value = field.read(record);
            if (value == null && !field.optional()) {
                throw new IllegalArgumentException("'" + field.name() + "' is missing");
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

    private record Field(String name, Method accessor, boolean optional) {

        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object read(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
