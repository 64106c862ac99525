package dev.wakeful.service.effect;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The current epoch. An emergency stop raises it, and whatever was begun before can do nothing outside any more. */
public final class EpochFence {

    private final JdbcClient jdbc;

    public EpochFence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long current() {
        return jdbc.sql("select epoch from fence").query(Long.class).single();
    }

    /** Raises the epoch; a lower or equal one changes nothing, so repeated and late words are harmless. */
    public void raiseTo(long epoch) {
        jdbc.sql("update fence set epoch = :epoch where epoch < :epoch")
                .param("epoch", epoch)
                .update();
    }
}
