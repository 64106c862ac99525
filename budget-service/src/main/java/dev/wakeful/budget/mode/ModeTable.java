package dev.wakeful.budget.mode;

import dev.wakeful.events.ModeEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the newest word on the mode, in one row. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ModeTable {

    private static final Logger LOG = LoggerFactory.getLogger(ModeTable.class);

    private final JdbcClient jdbc;

    ModeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every reservation that is decided from the caller's commit on keeps to it. A word older than what is known changes nothing. */
    public void take(ModeEvent.Changed said, Instant saidAt) {
        ModeWord.after(locked(), said, saidAt).ifPresent(this::save);
    }

    private Optional<ModeWord> locked() {
        return jdbc.sql("select mode, said_at, until, maintenance_from, maintenance_to from mode_word for update")
                .query((row, n) -> read(row))
                .single();
    }

    private void save(ModeWord word) {
        LOG.info(
                "The mode is {}{}",
                word.mode(),
                word.until().map(until -> " until " + until).orElse(""));
        jdbc.sql("""
                update mode_word set mode = :mode, said_at = :saidAt, until = :until, maintenance_from = :from, maintenance_to = :to
                """)
                .param("mode", word.mode().name())
                .param("saidAt", Timestamp.from(word.saidAt()))
                .param("until", word.until().map(Timestamp::from).orElse(null))
                .param(
                        "from",
                        word.maintenance()
                                .map(ModeWord.Maintenance::from)
                                .map(Timestamp::from)
                                .orElse(null))
                .param(
                        "to",
                        word.maintenance()
                                .map(ModeWord.Maintenance::to)
                                .map(Timestamp::from)
                                .orElse(null))
                .update();
    }

    /** From a row that has the columns of the table; nothing where no word was heard. */
    public static Optional<ModeWord> read(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        if (mode == null) {
            return Optional.empty();
        }
        Optional<Instant> to = instant(row, "maintenance_to");
        return Optional.of(new ModeWord(
                ModeEvent.Mode.valueOf(mode),
                row.getTimestamp("said_at").toInstant(),
                instant(row, "until"),
                instant(row, "maintenance_from").flatMap(from -> to.map(end -> new ModeWord.Maintenance(from, end)))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
