package dev.wakeful.commandcenter.budget;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Reason;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cap a person wants, as it came in.
 *
 * @param limit its name in the policy; for one repository {@code repository:owner/name}
 * @param amount dollars with at most six decimals, with or without a dollar sign
 */
public record LimitRequest(
        @Nullable String limit,
        @Nullable String amount,
        @Nullable String reason,
        @Nullable String by) {

    /** The caps of the policy that can be changed while the system runs. */
    public static final List<String> LIMITS = List.of(
            "organisation",
            "week",
            "day",
            "hour",
            "repository",
            "swarm",
            "night",
            "night-hour",
            "maintenance",
            "emergency");

    private static final String ONE_REPOSITORY = "repository:";
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final Pattern DOLLARS = Pattern.compile("\\$?(-?\\d{1,12}(?:\\.\\d{1,6})?)");

    /** @throws RequestRefused when something in it cannot be */
    ControlEvent.LimitSet checked() {
        return new ControlEvent.LimitSet(name(), money(), Person.of(by).name(), Reason.required(reason));
    }

    private String name() {
        String name = limit == null ? "" : limit.strip().toLowerCase(Locale.ROOT);
        if (!LIMITS.contains(name) && !isRepository(name)) {
            throw new RequestRefused("'limit' must be one of " + String.join(", ", LIMITS)
                    + " or repository:OWNER/NAME, got '" + (limit == null ? "" : limit) + "'.");
        }
        return name;
    }

    private static boolean isRepository(String name) {
        try {
            return name.startsWith(ONE_REPOSITORY)
                    && !new RepositoryName(name.substring(ONE_REPOSITORY.length()))
                            .value()
                            .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Money money() {
        var matcher = DOLLARS.matcher(amount == null ? "" : amount.strip());
        if (!matcher.matches()) {
            throw new RequestRefused(
                    "'amount' must be dollars with at most six decimals, such as 25 or 12.50, got '" + amount + "'.");
        }
        BigDecimal dollars = new BigDecimal(matcher.group(1));
        if (dollars.signum() < 0 || dollars.compareTo(MOST) > 0) {
            throw new RequestRefused("'amount' must be $0 to $1,000,000, got " + dollars.toPlainString() + ".");
        }
        return Money.micros(dollars.movePointRight(6).longValueExact());
    }
}
