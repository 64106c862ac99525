package dev.wakeful.budget.limit;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import java.util.Optional;

/** Whether a cap may be set to what was asked for. Pure. */
final class LimitRule {

    private LimitRule() {}

    /** Why not, for the person who asked; nothing where it may. */
    static Optional<String> refusal(ControlEvent.LimitSet wanted) {
        Optional<CapName> name = CapName.parse(wanted.limit());
        if (name.isEmpty()) {
            return Optional.of("There is no such cap; there are " + Cap.all());
        }
        if (wanted.by().isBlank() || wanted.reason().isBlank()) {
            return Optional.of("A cap is changed by somebody and for a reason; say both");
        }
        if (wanted.amount().isNegative()) {
            return Optional.of("A cap is at least $0.00, which pauses everything under it");
        }
        Money most = HardLimits.most(name.get().cap());
        return wanted.amount().compareTo(most) > 0
                ? Optional.of("At most " + most + " is allowed (LIM-1); nothing overrides that")
                : Optional.empty();
    }
}
