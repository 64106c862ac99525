package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.Setup;
import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.EventJson;
import dev.wakeful.events.EventTypes;
import dev.wakeful.events.Stream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Two relay processes on one schema; the active one is killed with -9 and an event is committed right after. What is measured is the time
 * from the kill until a consumer has that event, which only the other can carry. The committing process has no relay, so no bell helps: the
 * standby notices by itself.
 */
final class Takeover {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Setup setup;
    private final String broker;
    private final String databaseAddress;

    Takeover(Setup setup, Infrastructure on) throws SQLException {
        this.setup = setup;
        this.broker = on.brokerAddress();
        this.databaseAddress = on.databaseAddress("bench-takeover");
    }

    List<Double> measure(int times) throws Exception {
        List<Double> millis = new ArrayList<>();
        Flights flights = new Flights();
        List<RelayProcess> relays = new ArrayList<>();
        try (Ear ear = new Ear(broker, Stream.BUILD.topic(), id -> landed(flights, id));
                Connection database = DriverManager.getConnection(databaseAddress)) {
            relays.add(started("relay-0"));
            relays.add(started("relay-1"));
            for (int n = 0; n < times; n++) {
                carryOne(database, flights);
                RelayProcess active = active(relays, database);
                Thread.sleep(ThreadLocalRandom.current().nextLong(500, 1500));
                millis.add(killAndWait(active, database, flights));
                Progress.say("takeover after kill -9 of " + active.name() + ": " + millis.getLast() + " ms");
                relays.remove(active);
                relays.add(started("relay-" + (n + 2)));
            }
        } finally {
            for (RelayProcess relay : relays) {
                relay.close();
            }
        }
        return millis;
    }

    private static void landed(Flights flights, String id) {
        long now = System.nanoTime();
        flights.landed(id, now, now);
    }

    private RelayProcess started(String name) throws Exception {
        RelayProcess relay = RelayProcess.start(setup, databaseAddress, broker, name);
        relay.awaitReady();
        return relay;
    }

    private static void carryOne(Connection database, Flights flights) throws SQLException {
        insert(database, flights);
        flights.awaitAll(PATIENCE);
        flights.forget();
    }

    private static double killAndWait(RelayProcess active, Connection database, Flights flights) throws Exception {
        long killed = System.nanoTime();
        active.kill();
        insert(database, flights);
        flights.awaitAll(PATIENCE);
        double millis = (flights.lastLanding() - killed) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        flights.forget();
        return Math.round(millis * 10) / 10.0;
    }

    private static void insert(Connection database, Flights flights) throws SQLException {
        String id = "bench_" + UUID.randomUUID().toString().replace("-", "");
        BuildEvent.Failed event = SampleEvents.failed(id);
        flights.announce(id, System.nanoTime());
        try (PreparedStatement insert = database.prepareStatement("""
                insert into outbox (event_id, source, type, topic, key, occurred_at, lineage, payload)
                values (?, '/wakeful/bench', ?, ?, ?, now(), ?, ?)
                """)) {
            insert.setString(1, "event-" + id);
            insert.setString(2, EventTypes.nameOf(event.getClass()));
            insert.setString(3, Stream.BUILD.topic());
            insert.setString(4, id);
            insert.setString(5, "lineage-" + id);
            insert.setBytes(6, EventJson.encode(event));
            insert.executeUpdate();
        }
        flights.committed(id);
    }

    /** Whose connection holds the relay's lock. */
    private static RelayProcess active(List<RelayProcess> relays, Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("""
                        select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
                        where l.locktype = 'advisory' and l.granted
                            and l.classid::bigint
                                = (hashtext('outbox relay of ' || current_schema())::bigint & 4294967295)
                        """);
                ResultSet found = query.executeQuery()) {
            if (!found.next()) {
                throw new IllegalStateException("No relay is active");
            }
            String name = found.getString(1);
            return relays.stream()
                    .filter(relay -> relay.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("The active relay is " + name + ", which is not ours"));
        }
    }
}
