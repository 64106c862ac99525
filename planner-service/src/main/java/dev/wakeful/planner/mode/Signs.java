package dev.wakeful.planner.mode;

import dev.wakeful.events.ModeEvent.Context;
import dev.wakeful.events.ModeEvent.Mode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people have shown and asked for. Pure; late word changes nothing.
 *
 * @param seen the last sign of life
 * @param request the mode somebody asked for, while it may count
 * @param said what somebody said they do, while it may count
 */
record Signs(
        @Nullable Seen seen,
        @Nullable Request request,
        @Nullable Said said) {

    static final Signs NONE = new Signs(null, null, null);

    /** A sign of life of a person. */
    record Seen(String by, Instant at) {

        /** True when the same person was just asking for something at that time: then it is no sign of a return. */
        boolean isReturnAfter(String asker, Instant askedAt, Duration ownSign) {
            return at.isAfter(by.equals(asker) ? askedAt.plus(ownSign) : askedAt);
        }
    }

    /** A mode that a person asked for, with its end where they named one. */
    record Request(Mode mode, @Nullable Instant until, String by, Instant at, String reason) {}

    /** What a person said they do, with its end where they named one. */
    record Said(Context context, @Nullable Instant until, String by, Instant at) {}

    /** A person was seen. Their return ends the night they asked for, and what they said of being away or asleep (MODE-6). */
    Signs with(Seen sign, Duration ownSign) {
        if (seen != null && !sign.at().isAfter(seen.at())) {
            return this;
        }
        boolean endsNight = request != null
                && request.mode() == Mode.NIGHT
                && sign.isReturnAfter(request.by(), request.at(), ownSign);
        boolean endsAbsence = said != null && isAbsence(said) && sign.isReturnAfter(said.by(), said.at(), ownSign);
        return new Signs(sign, endsNight ? null : request, endsAbsence ? null : said);
    }

    private static boolean isAbsence(Said said) {
        return said.until() == null && (said.context() == Context.AWAY || said.context() == Context.SLEEPING);
    }

    Signs with(Request newer) {
        return request != null && request.at().isAfter(newer.at()) ? this : new Signs(seen, newer, said);
    }

    Signs with(Said newer) {
        return said != null && said.at().isAfter(newer.at()) ? this : new Signs(seen, request, newer);
    }
}
