package dev.wakeful.autodev.download;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Counts downloads. {@code wakeful.downloads} by outcome: {@code fetched}, {@code cut} at a limit or lost, or why it was refused.
 * {@code wakeful.downloads.bytes} by direction: {@code received}, {@code sent}.
 */
@Component
class Tally {

    private final MeterRegistry meters;

    Tally(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(Connection.End end) {
        String outcome =
                end.refused().map(Enum::name).orElse(end.fetched().outcome().name());
        meters.counter(
                        "wakeful.downloads",
                        "outcome",
                        outcome.toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment();
        meters.counter("wakeful.downloads.bytes", "direction", "received")
                .increment(end.fetched().received());
        meters.counter("wakeful.downloads.bytes", "direction", "sent")
                .increment(end.fetched().sent());
    }
}
