package dev.wakeful.planner.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.planner.Samples;
import dev.wakeful.planner.WholePlanner;
import java.sql.Timestamp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BUD-5: new work pauses at a share of the same windows here and in the ledger, and of the night's and maintenance's while it is theirs. */
class PausingBudgetsIT extends WholePlanner {

    @ParameterizedTest
    @CsvSource({
        "day:2026-11-20, ACTIVE, 91",
        "week:2026-W47, ACTIVE, 91",
        "organisation:2026-11, ACTIVE, 91",
        "night:2026-11-20, NIGHT, 91",
        "night:2026-11-20, CRISIS, 91",
        "night:2026-11-20, ACTIVE, 0",
        "night:2026-11-20, MAINTENANCE, 0",
        "maintenance:2026-11-20T10:00, MAINTENANCE, 91",
        "maintenance:2026-11-20T10:00, NIGHT, 0",
        "hour:2026-11-20T10, ACTIVE, 0",
        "day-automatic:2026-11-20, ACTIVE, 0",
        "repository:acme/shop:2026-11-20, ACTIVE, 0"
    })
    void theWindowsAreThoseOfTheLedger(String scope, String mode, int percent) {
        jdbc.sql("update mode set mode = :mode").param("mode", mode).update();
        jdbc.sql("insert into budget_alert (scope, percent, until) values (:scope, 91, :until)")
                .param("scope", scope)
                .param("until", Timestamp.from(Samples.NOW.plusSeconds(60)))
                .update();

        assertThat(jdbc.sql("select percent from standing('acme/shop', '', :now)")
                        .param("now", Timestamp.from(Samples.NOW))
                        .query(Integer.class)
                        .single())
                .isEqualTo(percent);
    }
}
