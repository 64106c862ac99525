package dev.wakeful.commandcenter.people;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a person is called in what they said. A name is a label for others to read and gives no right: the token does. */
public record Person(String name) {

    private static final int LONGEST = 60;
    private static final Pattern DECEPTIVE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    /** Who is meant where nobody gave a name: there is one token, so there is one of them. */
    public static final Person OPERATOR = new Person("operator");

    public Person {
        if (name.isBlank() || name.length() > LONGEST || DECEPTIVE.matcher(name).find()) {
            throw new RequestRefused(
                    "'by' must be a name of 1 to " + LONGEST + " characters without control characters.");
        }
    }

    /**
     * The person of this name, or the operator where none is given.
     *
     * @throws RequestRefused when it can be no name
     */
    public static Person of(@Nullable String name) {
        return name == null || name.isBlank() ? OPERATOR : new Person(name.strip());
    }

    @Override
    public String toString() {
        return name;
    }
}
