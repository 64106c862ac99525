package dev.wakeful.commandcenter.deadletters;

import dev.wakeful.commandcenter.stream.Bell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All dead letters, each once. */
@Component
public class DeadLetters {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<DeadRecord.Header>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Bell bell;
    private final Replay replay;

    DeadLetters(JdbcClient jdbc, Clock clock, Bell bell, Replay replay) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.bell = bell;
        this.replay = replay;
    }

    /** Keeps a letter; keeping the same one again changes nothing. */
    @Transactional
    public void keep(DeadRecord letter) {
        jdbc.sql("""
                insert into dead_letter
                    (topic, dlt_topic, partition, position, key, value, headers, consumer, type, subject, error, at)
                values (:topic, :dltTopic, :partition, :position, :key, :value, :headers::jsonb, :consumer, :type, :subject,
                    :error, :at)
                on conflict (dlt_topic, partition, position) do nothing
                """)
                .param("topic", letter.topic())
                .param("dltTopic", letter.place().topic())
                .param("partition", letter.place().partition())
                .param("position", letter.place().offset())
                .param("key", letter.key())
                .param("value", letter.value())
                .param("headers", JSON.writeValueAsString(letter.headers()))
                .param("consumer", letter.blame().consumer())
                .param("type", letter.blame().type())
                .param("subject", letter.blame().subject())
                .param("error", letter.blame().error())
                .param("at", Timestamp.from(letter.at()))
                .update();
        bell.ringAfterCommit();
    }

    /** The newest letters: those that wait first, then the replayed ones. */
    public List<DeadLetter> newest(int limit) {
        return jdbc.sql("""
                select id, topic, consumer, type, subject, error, at, replayed_at from dead_letter
                order by replayed_at is not null, id desc limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> letter(row))
                .list();
    }

    /**
     * Puts a letter back where it came from, unless that was done before. It is marked in the same transaction, after the broker took
     * it: a crash in between may send it twice, which the inbox of each service turns into once. False when there is no such letter.
     */
    @Transactional
    public boolean replay(long id) {
        return jdbc.sql("""
                select topic, key, value, headers, replayed_at from dead_letter where id = :id for update
                """)
                .param("id", id)
                .query((row, number) -> {
                    if (row.getTimestamp("replayed_at") == null) {
                        sendAndMark(id, row);
                    }
                    return true;
                })
                .optional()
                .orElse(false);
    }

    private void sendAndMark(long id, ResultSet row) throws SQLException {
        replay.send(
                row.getString("topic"),
                row.getString("key"),
                row.getBytes("value"),
                JSON.readValue(row.getString("headers"), HEADERS));
        jdbc.sql("update dead_letter set replayed_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        bell.ringAfterCommit();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        Timestamp replayedAt = row.getTimestamp("replayed_at");
        return new DeadLetter(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("consumer"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("error"),
                Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                replayedAt == null ? null : replayedAt.toInstant());
    }
}
