package dev.wakeful.cimanager.delivery;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads fields of a document from outside. Text comes out printable and bounded; what a field must be and is not, is named. */
record Untrusted(JsonNode node, String path) {

    /** A required field is missing or has the wrong shape. */
    static final class Unfit extends RuntimeException {
        Unfit(String message) {
            super(message, null, false, false);
        }
    }

    static Untrusted document(JsonNode node) {
        if (!node.isObject()) {
            throw new Unfit("the document is not a JSON object");
        }
        return new Untrusted(node, "");
    }

    Untrusted object(String field) {
        JsonNode child = node.path(field);
        if (!child.isObject()) {
            throw new Unfit(path + field + " is not an object");
        }
        return new Untrusted(child, path + field + ".");
    }

    long positive(String field) {
        JsonNode child = node.path(field);
        if (!child.isIntegralNumber() || !child.canConvertToLong() || child.longValue() < 1) {
            throw new Unfit(path + field + " is not a positive whole number");
        }
        return child.longValue();
    }

    String required(String field, int most) {
        return optional(field, most).orElseThrow(() -> new Unfit(path + field + " is missing"));
    }

    Optional<String> optional(String field, int most) {
        JsonNode child = node.path(field);
        return child.isString()
                ? Optional.of(printable(child.stringValue(), most)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Without control characters and halves of characters, at most so many characters long. */
    static String printable(String text, int most) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(most)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
