package dev.wakeful.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** An exact amount in micro-dollars (1 USD = 1,000,000), never floating point. On the wire: a whole number of micro-dollars. */
public record Money(@JsonValue long micros) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Money {}

    public static Money micros(long micros) {
        return new Money(micros);
    }

    public static Money dollars(long dollars) {
        return new Money(Math.multiplyExact(dollars, 1_000_000L));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(micros, other.micros));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(micros, other.micros));
    }

    public boolean isNegative() {
        return micros < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(micros, other.micros);
    }

    /** For people: {@code $0.004200}, to the micro-dollar below one dollar and to the cent above. */
    @Override
    public String toString() {
        BigDecimal dollars = BigDecimal.valueOf(micros, 6);
        boolean wholeCents = micros % 10_000 == 0;
        return "$" + (wholeCents ? dollars.setScale(2) : dollars).toPlainString();
    }
}
