package dev.wakeful.planner.mode;

import dev.wakeful.events.ModeEvent.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mode that was told last; ACTIVE before the first. */
@Component
public class ModeInForce {

    private final JdbcClient jdbc;

    ModeInForce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Mode now() {
        return jdbc.sql("select mode from mode")
                .query(String.class)
                .optional()
                .map(Mode::valueOf)
                .orElse(Mode.ACTIVE);
    }
}
