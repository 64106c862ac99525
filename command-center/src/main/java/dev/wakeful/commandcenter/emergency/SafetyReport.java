package dev.wakeful.commandcenter.emergency;

import dev.wakeful.commandcenter.emergency.Safety.LastStop;
import dev.wakeful.commandcenter.emergency.Safety.Quiet;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.service.stop.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how safe and how quiet it is. While the database is away it tells what is in memory, so that every page can show it. */
@Component
public class SafetyReport {

    private final JdbcClient jdbc;
    private final StopEntries entries;
    private final SafeMode safeMode;

    SafetyReport(JdbcClient jdbc, StopEntries entries, SafeMode safeMode) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.safeMode = safeMode;
    }

    public Safety now() {
        try {
            Optional<StopEntry> latest = entries.latest();
            boolean standing = latest.filter(StopEntry::stands).isPresent();
            return new Safety(
                    standing || safeMode.isFileThere(),
                    safeMode.isFileThere(),
                    latest.map(this::describe).orElseGet(this::fromMemory));
        } catch (DataAccessException | org.springframework.transaction.CannotCreateTransactionException e) {
            return new Safety(safeMode.isStopped(), safeMode.isFileThere(), fromMemory());
        }
    }

    private @Nullable LastStop fromMemory() {
        return safeMode.stop().map(SafetyReport::brief).orElse(null);
    }

    private static LastStop brief(Stop stop) {
        return new LastStop(
                stop.epoch(), stop.since(), stop.by(), stop.reason(), null, null, null, 0, List.of(), List.of());
    }

    private LastStop describe(StopEntry stop) {
        List<Told> told = told(stop.epoch());
        return new LastStop(
                stop.epoch(),
                stop.stoppedAt(),
                stop.stoppedBy(),
                stop.reason(),
                stop.resumedAt(),
                told.stream()
                        .map(each -> millis(stop, each.quietAt()))
                        .max(Long::compareTo)
                        .orElse(null),
                told.stream()
                        .flatMap(each -> Optional.ofNullable(each.lastEffectAt()).stream())
                        .map(at -> millis(stop, at))
                        .max(Long::compareTo)
                        .orElse(null),
                told.stream().mapToInt(Told::processes).sum(),
                told.stream()
                        .map(each -> new Quiet(
                                each.service(), each.instance(), millis(stop, each.quietAt()), each.processes()))
                        .toList(),
                waitingFor(stop.epoch()));
    }

    private static long millis(StopEntry stop, Instant at) {
        return Math.max(0, Duration.between(stop.stoppedAt(), at).toMillis());
    }

    private List<Told> told(long epoch) {
        return jdbc.sql("""
                select service, instance, quiet_at, processes, last_effect_at from quieted where epoch = :epoch order by instance
                """)
                .param("epoch", epoch)
                .query((row, n) -> new Told(
                        row.getString("service"),
                        row.getString("instance"),
                        row.getTimestamp("quiet_at").toInstant(),
                        row.getInt("processes"),
                        Optional.ofNullable(row.getTimestamp("last_effect_at"))
                                .map(java.sql.Timestamp::toInstant)
                                .orElse(null)))
                .list();
    }

    private List<String> waitingFor(long epoch) {
        return jdbc.sql("""
                select instance from service_instance i
                where not missing and not exists (select 1 from quieted q where q.instance = i.instance and q.epoch = :epoch)
                order by instance
                """).param("epoch", epoch).query(String.class).list();
    }

    private record Told(
            String service,
            String instance,
            Instant quietAt,
            int processes,
            @Nullable Instant lastEffectAt) {}
}
