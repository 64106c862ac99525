package dev.wakeful.service.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.EventId;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.service.SampleServiceTest;
import dev.wakeful.service.instance.Instance;
import dev.wakeful.service.lease.Leases;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TestKafka;
import dev.wakeful.testing.TestPostgres;
import dev.wakeful.testing.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** STATE-2: what a service knows is written down, and becomes what it knows again. */
@SampleServiceTest
class CheckpointIT {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Leases leases;

    @Autowired
    private Instance instance;

    @Autowired
    private SafeMode safeMode;

    @TempDir
    private Path directory;

    private final String subject = EventId.make(Instant.now()).value();

    /** STATE-2: every row of every table, numbers that go on, and the hash of the bytes. */
    @Test
    void whatWasWrittenDownIsRestored() throws Exception {
        hear("tab\t, newline\n, backslash \\ and null \\N");
        Checkpoints.Written written = checkpoints(Clock.systemUTC(), null).take("test");
        Path file = Path.of(written.file());
        assertThat(Part.sha256(file)).isEqualTo(written.sha256()).isEqualTo(Archive.sumOf(file));
        assertThat(jdbc.sql("select content from checkpoint where sha256 = :sha256")
                        .param("sha256", written.sha256())
                        .query(byte[].class)
                        .single())
                .isEqualTo(Files.readAllBytes(file));

        Restored restored = restore(file);

        assertThat(restored.jdbc()
                        .sql("select subject from heard order by n")
                        .query(String.class)
                        .list())
                .isEqualTo(heard());
        assertThat(restored.jdbc()
                        .sql("select event_id from inbox order by event_id")
                        .query(String.class)
                        .list())
                .isEqualTo(jdbc.sql("select event_id from inbox order by event_id")
                        .query(String.class)
                        .list());
        restored.jdbc().sql("insert into heard (subject) values ('next')").update();
        assertThat(restored.jdbc()
                        .sql("select max(n) from heard")
                        .query(Long.class)
                        .single())
                .isEqualTo(nextOf("heard_n_seq"));
    }

    /** STOP-3: the restored work is of a new epoch; a void event counts as handled; numbers of events never come twice. */
    @Test
    void theLostTimeIsTakenIntoAccount() throws Exception {
        Checkpoints.Written written = checkpoints(Clock.systemUTC(), null).take("test");
        long epoch = written.manifest().epoch();
        Restored restored = restore(Path.of(written.file()));

        try (Connection connection = DriverManager.getConnection(restored.url())) {
            SchemaRestore restore = new SchemaRestore(connection, restored.schema());
            restore.raiseEpoch(epoch, epoch + 1);
            restore.passOver(List.of("event-void", "event-void"));
            restore.sayAfter(written.manifest().said() + 1000);
        }

        assertThat(restored.jdbc()
                        .sql("select epoch from fence")
                        .query(Long.class)
                        .single())
                .isEqualTo(epoch + 1);
        assertThat(restored.jdbc()
                        .sql("select count(*) from inbox where event_id = 'event-void'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(restored.jdbc()
                        .sql("select nextval('outbox_id_seq')")
                        .query(Long.class)
                        .single())
                .isEqualTo(written.manifest().said() + 1001);
    }

    /** Bad input: a file whose table is cut is refused. */
    @Test
    void aFileThatIsNotWholeIsRefused() throws Exception {
        Path file = Path.of(checkpoints(Clock.systemUTC(), null).take("test").file());
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(directory.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatIOException().isThrownBy(() -> SchemaRestore.manifest(cut));
        assertThat(Part.sha256(cut)).isNotEqualTo(Part.sha256(file));
    }

    /** STATE-2: on demand, once however often the request is delivered. */
    @Test
    void aServiceThatIsAskedWritesOnceAndSaysSo() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            ControlEvent.CheckpointRequested request =
                    new ControlEvent.CheckpointRequested(subject, Instant.now(), "operator");
            Envelope envelope = sender.send(request);
            sender.send(request, envelope);
            ControlEvent.CheckpointRequested last =
                    new ControlEvent.CheckpointRequested(subject + "-last", Instant.now(), "operator");
            sender.send(last);

            probe.await(
                    HealthEvent.Checkpointed.class,
                    written -> written.checkpoint().equals(last.checkpoint()));
            probe.await(
                    HealthEvent.Checkpointed.class,
                    written -> written.checkpoint().equals(subject));

            assertThat(probe.heard(HealthEvent.Checkpointed.class))
                    .filteredOn(written -> written.checkpoint().equals(subject))
                    .hasSize(1);
        }
    }

    /** STOP-3: an emergency stop leaves a checkpoint, once however often it is said. */
    @Test
    void anEmergencyStopIsWrittenDownOnce() {
        long epoch = jdbc.sql("select epoch + 1 from fence").query(Long.class).single();
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                EventSender sender = new EventSender()) {
            ControlEvent.Stopped stop = new ControlEvent.Stopped(epoch, Instant.now(), "operator", "test");
            Envelope envelope = sender.send(stop);
            sender.send(stop, envelope);
            HealthEvent.Checkpointed written = probe.await(
                    HealthEvent.Checkpointed.class, one -> one.checkpoint().equals("stop-" + epoch));
            sender.send(new ControlEvent.Resumed(epoch, "operator", "test"));
            await().atMost(Duration.ofSeconds(20)).until(() -> !safeMode.isStopped());
            sender.send(new ControlEvent.CheckpointRequested(subject, Instant.now(), "operator"));
            probe.await(HealthEvent.Checkpointed.class, one -> one.checkpoint().equals(subject));

            assertThat(jdbc.sql("select id from checkpoint where sha256 = :sha256")
                            .param("sha256", written.sha256())
                            .query(String.class)
                            .single())
                    .isEqualTo("stop-" + epoch);
            assertThat(probe.heard(HealthEvent.Checkpointed.class))
                    .filteredOn(one -> one.checkpoint().equals("stop-" + epoch))
                    .hasSize(1);
        }
    }

    /** STATE-2: idle costs nothing; a change, or an hour, is worth a checkpoint; one replica writes. */
    @Test
    void aRoundWritesOnlyWhatIsNew() throws Exception {
        TickingClock clock = new TickingClock(Instant.parse("2026-11-21T10:00:00Z"));
        CheckpointRounds rounds = rounds(clock, instance);
        rounds.round();
        await().atMost(Duration.ofSeconds(10)).until(() -> !rounds.round());

        hear("new");
        await().atMost(Duration.ofSeconds(10)).until(rounds::round);
        await().atMost(Duration.ofSeconds(10)).until(() -> !rounds.round());
        clock.tick(Duration.ofHours(1));

        assertThat(rounds.round()).isTrue();
        assertThat(rounds.round()).isFalse();
    }

    /** STATE-2: kept for a day, the newest for ever. */
    @Test
    void oldOnesAreRemovedAndTheNewestIsKept() throws Exception {
        TickingClock clock = new TickingClock(Instant.parse("2026-11-21T10:00:00Z"));
        Checkpoints checkpoints = checkpoints(clock, null);
        Path first = Path.of(checkpoints.take("first").file());
        clock.tick(Duration.ofHours(23));
        Path second = Path.of(checkpoints.take("second").file());
        assertThat(first).exists();

        clock.tick(Duration.ofHours(25));
        new Archive(directory, "sample").prune(clock.instant(), Duration.ofHours(24));

        assertThat(first).doesNotExist();
        assertThat(new Archive(directory, "sample").newest()).contains(second);
    }

    /** STATE-2: each one a commit on the service's own branch; hooks of the repository do not run. */
    @Test
    void aGitRepositoryGetsEachAsACommit() throws Exception {
        Path repository = Files.createDirectory(directory.resolve("repository"));
        git(repository, "init", "-q", ".");
        Path hook = Files.writeString(
                repository.resolve(".git/hooks/reference-transaction"), "#!/bin/sh\ntouch " + directory + "/hooked\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        Checkpoints checkpoints = checkpoints(Clock.systemUTC(), repository);

        checkpoints.take("one");
        Checkpoints.Written two = checkpoints.take("two");

        assertThat(git(repository, "log", "--format=%s", "checkpoints/sample")).hasLineCount(2);
        assertThat(git(repository, "log", "-1", "--format=%b", "checkpoints/sample"))
                .contains(two.sha256());
        assertThat(directory.resolve("hooked")).doesNotExist();
    }

    private CheckpointRounds rounds(Clock clock, Instance writer) {
        return new CheckpointRounds(checkpoints(clock, null), properties(null), dataSource, leases, writer, clock);
    }

    private Checkpoints checkpoints(Clock clock, @Nullable Path git) {
        return new Checkpoints(
                "sample",
                dataSource,
                new Positions(Map.of("bootstrap.servers", TestKafka.bootstrapServers()), List.of("none")),
                properties(git),
                clock);
    }

    private CheckpointProperties properties(@Nullable Path git) {
        return new CheckpointProperties(
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofHours(24),
                directory,
                git,
                List.of("effect", "fence"));
    }

    private void hear(String text) {
        jdbc.sql("insert into heard (subject) values (:subject)")
                .param("subject", text)
                .update();
    }

    private List<String> heard() {
        return jdbc.sql("select subject from heard order by n")
                .query(String.class)
                .list();
    }

    private long nextOf(String sequence) {
        return jdbc.sql("select last_value + 1 from " + sequence)
                .query(Long.class)
                .single();
    }

    private static Restored restore(Path file) throws Exception {
        String url = TestPostgres.freshSchema();
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/sample")
                .outOfOrder(true)
                .load()
                .migrate();
        String schema = url.replaceAll(".*currentSchema=([a-z0-9_]+).*", "$1");
        try (Connection connection = DriverManager.getConnection(url)) {
            SchemaRestore restore = new SchemaRestore(connection, schema);
            assertThat(restore.migrations())
                    .isEqualTo(SchemaRestore.manifest(file).migrations());
            restore.load(file);
        }
        return new Restored(url, schema, JdbcClient.create(new DriverManagerDataSource(url)));
    }

    private static String git(Path repository, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    /** A schema with what was restored. */
    private record Restored(String url, String schema, JdbcClient jdbc) {}
}
