package dev.wakeful.planner.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ModeEvent;
import dev.wakeful.planner.WholePlanner;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** MODE-1 */
class FirstStartIT extends WholePlanner {

    @Autowired
    private FirstStart firstStart;

    @Test
    void onlyTheFirstStartOfAnInstallationSaysItsMode() {
        assertThat(jdbc.sql("select count(*) from installation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("delete from installation").update();

        firstStart.begin();
        firstStart.begin();
        settle();

        assertThat(probe.heard(ModeEvent.Changed.class))
                .containsExactly(new ModeEvent.Changed(
                        ModeEvent.Mode.ACTIVE, "first start of this installation", null, null, null));
    }
}
