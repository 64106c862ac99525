package dev.wakeful.service.effect;

import java.time.Duration;

/** It is not known yet whether the system was stopped while this instance was away, so nothing leaves. To be tried again. */
public final class StopUnknown extends RuntimeException {

    StopUnknown(String key, Duration waited) {
        super("Effect " + key + " waits: after " + waited
                + " the broker has not told yet whether the system was stopped meanwhile; it is tried again");
    }
}
