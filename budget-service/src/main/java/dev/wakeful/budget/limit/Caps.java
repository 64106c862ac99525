package dev.wakeful.budget.limit;

import dev.wakeful.budget.BudgetProperties;
import dev.wakeful.budget.mode.ModeWord;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The caps in force at one moment: what people have set, and the policy for the rest.
 *
 * @param mode the newest word on the mode, which decides whether a night or a maintenance window counts; absent before the first
 */
public record Caps(Map<Cap, Money> policy, Map<String, Money> set, Optional<ModeWord> mode) {

    public Caps {
        policy = Map.copyOf(policy);
        set = Map.copyOf(set);
    }

    /** Those of the policy alone, while nothing was heard of a mode. */
    public static Caps of(BudgetProperties properties) {
        return new Caps(Policy.of(properties), Map.of(), Optional.empty());
    }

    Caps with(Map<String, Money> set) {
        return new Caps(policy, set, mode);
    }

    /** The same caps in the mode of this word. */
    public Caps in(ModeWord word) {
        return new Caps(policy, set, Optional.of(word));
    }

    /** Of the cap itself; repositories may have others, see {@link #of(RepositoryName)}. */
    public Money of(Cap cap) {
        return set.getOrDefault(cap.wireName(), Objects.requireNonNull(policy.get(cap)));
    }

    /** What one repository may use in a day. */
    public Money of(RepositoryName repository) {
        return of(new CapName(Cap.REPOSITORY, Optional.of(repository)));
    }

    /** The most that anybody may use in a day: emergencies more than others while their cap is armed (MODE-4). */
    public Money emergencyDay() {
        Money day = of(Cap.DAY);
        Money emergency = of(Cap.EMERGENCY);
        return emergency.compareTo(day) > 0 ? emergency : day;
    }

    Money of(CapName name) {
        return set.getOrDefault(name.toString(), of(name.cap()));
    }
}
