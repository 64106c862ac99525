package dev.wakeful.planner.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.ModeEvent.Mode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** AUTH-10: how long a question stands, by mode. */
class ApprovalPropertiesTest {

    @Test
    void aModeWithoutAnExpiryOfItsOwnHasTheCommonOne() {
        ApprovalProperties approvals = approvals(Duration.ofHours(2), Duration.ZERO);

        for (Mode mode : Mode.values()) {
            assertThat(approvals.in(mode)).isEqualTo(Duration.ofHours(2));
        }
    }

    @Test
    void anExpiryOfItsOwnCountsInItsModeOnly() {
        ApprovalProperties approvals = approvals(Duration.ofHours(2), Duration.ofHours(9));

        assertThat(approvals.in(Mode.NIGHT)).isEqualTo(Duration.ofHours(9));
        assertThat(approvals.in(Mode.CRISIS)).isEqualTo(Duration.ofHours(2));
        assertThat(approvals.in(Mode.ACTIVE)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatIsOutOfRangeIsNamed() {
        assertThatThrownBy(() -> approvals(Duration.ZERO, Duration.ZERO)).hasMessageContaining("approvals.expiry must");
        assertThatThrownBy(() -> approvals(Duration.ofHours(1), Duration.ofDays(8)))
                .hasMessageContaining("approvals.expiry-night must be 0s to 7d");
    }

    private static ApprovalProperties approvals(Duration common, Duration night) {
        return new ApprovalProperties(common, night, Duration.ZERO, Duration.ZERO);
    }
}
