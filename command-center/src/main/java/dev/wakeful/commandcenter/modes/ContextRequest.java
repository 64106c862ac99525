package dev.wakeful.commandcenter.modes;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.ModeEvent.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person says they are doing (MODE-9), as it came in. */
public record ContextRequest(
        @Nullable String context,
        @Nullable String until,
        @Nullable String by) {

    /** @throws RequestRefused when something in it cannot be */
    ControlEvent.ContextSet checked(Instant now) {
        return new ControlEvent.ContextSet(
                wanted(), Until.checked(until, now), Person.of(by).name());
    }

    private Context wanted() {
        String word = context == null ? "" : context.toUpperCase(Locale.ROOT);
        return Arrays.stream(Context.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new RequestRefused(
                        "'context' must be one of " + Arrays.toString(Context.values()) + ", got '" + context + "'."));
    }
}
