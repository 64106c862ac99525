package dev.wakeful.budget.price;

/** A model's name, or with a star at its end the beginning of one. */
public record ModelPattern(String value) {

    public ModelPattern {
        if (!value.matches("[A-Za-z0-9._:/@-]*\\*?") || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "A model is named by letters, digits and . _ : / @ -, with at most one * at its end; '" + value
                            + "' is not");
        }
    }

    /** Whether the model is meant. */
    public boolean matches(String model) {
        return value.endsWith("*") ? model.startsWith(value.substring(0, value.length() - 1)) : model.equals(value);
    }
}
