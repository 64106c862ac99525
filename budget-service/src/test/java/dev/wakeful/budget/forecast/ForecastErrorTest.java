package dev.wakeful.budget.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** BUD-7 */
class ForecastErrorTest {

    @Test
    void theErrorIsToldInQuotes() {
        ForecastError error = ForecastError.of(costing(89, 90, 100, 110, 500));

        assertThat(error).isEqualTo(new ForecastError(5, 1.0, 0.6));
    }

    @Test
    void whatWasQuotedNothingHasNoShare() {
        Forecast free = new Forecast(
                "swarm-1", "acme/shop", "test", "AUTOMATIC", 0, null, 5, Instant.EPOCH, null, "TEST_FAILURE", null);

        assertThat(ForecastError.of(List.of(free))).isEqualTo(new ForecastError(0, null, null));
    }

    private static List<Forecast> costing(long... micros) {
        return LongStream.of(micros)
                .mapToObj(spent -> new Forecast(
                        "swarm-1",
                        "acme/shop",
                        "test",
                        "AUTOMATIC",
                        100,
                        null,
                        spent,
                        Instant.EPOCH,
                        null,
                        "TEST_FAILURE",
                        null))
                .toList();
    }
}
