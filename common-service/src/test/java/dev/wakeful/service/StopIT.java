package dev.wakeful.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.ControlEvent.Resumed;
import dev.wakeful.events.ControlEvent.Stopped;
import dev.wakeful.events.HealthEvent.Quieted;
import dev.wakeful.events.Stream;
import dev.wakeful.service.effect.EffectFenced;
import dev.wakeful.service.effect.EffectJournal;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.FaultProxy;
import dev.wakeful.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STOP-1, STOP-3, STOP-4: every service stops, stays stopped, and goes on only when a person says so. */
class StopIT {

    private final EventSender sender = new EventSender();
    private final String url = TestPostgres.freshSchema();
    /** Above all that other tests said on the same broker. */
    private final long epoch = System.nanoTime();

    /** The broker is shared with other tests, and a stop would stand in them too. */
    @AfterEach
    void resume() {
        resume(epoch);
        resume(epoch + 1);
        sender.close();
    }

    /** STOP-3, STOP-4 */
    @Test
    void aStopEndsWhatRunsFencesWhatBeganAndIsSaidToBeQuiet() {
        try (EventProbe probe = new EventProbe(Stream.HEALTH);
                RunningService service = RunningService.on(url)) {
            SampleService.Halting listening = service.bean(SampleService.Halting.class);
            long began = current(service);
            stop(epoch);

            Quieted quieted = probe.await(
                    Quieted.class,
                    said -> said.epoch() == epoch
                            && said.instance().equals(service.instance())
                            && said.processes() == 7);

            assertThat(quieted.quietAt()).isAfterOrEqualTo(quieted.toldAt());
            assertThat(mode(service).stop())
                    .hasValueSatisfying(stop -> assertThat(stop.by()).isEqualTo("mona"));
            assertThatThrownBy(() -> effect(service, began)).isInstanceOf(EffectFenced.class);
            resume(epoch);
            await().until(() -> !mode(service).isStopped());
            assertThat(listening.resumed).isEqualTo(epoch);
            assertThatThrownBy(() -> effect(service, began)).isInstanceOf(EffectFenced.class);
            assertThat(effect(service, mode(service).epoch())).isEqualTo("left");
        }
    }

    /** STOP-3: an act under way is broken off, and its work does not leave later either. */
    @Test
    void anEffectUnderWayIsBrokenOff() throws InterruptedException {
        try (RunningService service = RunningService.on(url)) {
            long began = current(service);
            CountDownLatch underWay = new CountDownLatch(1);
            CompletableFuture<String> effect = CompletableFuture.supplyAsync(() -> service.bean(EffectJournal.class)
                    .perform("push", "sample", began, () -> {
                        underWay.countDown();
                        try {
                            Thread.sleep(Duration.ofMinutes(1));
                            return "left";
                        } catch (InterruptedException e) {
                            throw new IllegalStateException("cut", e);
                        }
                    }));
            assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();

            stop(epoch);

            assertThat(effect)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(EffectFenced.class);
        }
    }

    /** STOP-3: restart while stopped; and a stop that was said while this service was away holds from its first moment. */
    @Test
    void safeModeSurvivesRestartsAndHoldsFromTheFirstMoment() {
        try (RunningService service = RunningService.on(url)) {
            await().until(() -> service.bean(SafeMode.class).awaitCurrent(Duration.ZERO));
        }
        stop(epoch);
        try (RunningService service = RunningService.on(url)) {
            assertThatThrownBy(() -> effect(service, 1)).isInstanceOf(EffectFenced.class);
            await().until(() -> written(service) == epoch);
        }
        try (RunningService service = RunningService.on(url)) {
            assertThat(mode(service).isStopped()).isTrue();
            stop(epoch);
            resume(epoch - 1);
            stop(epoch + 1);
            resume(epoch);
            await().until(() -> written(service) == epoch + 1);
            assertThat(mode(service).isStopped()).isTrue();
            resume(epoch + 1);
            stop(epoch);
            await().until(() -> !mode(service).isStopped());
        }
    }

    /** STOP-1, STOP-3: neither broker nor database is needed to end what runs; what happened is written down later. */
    @Test
    void theFileStopsWithBrokerAndDatabaseAway(@TempDir Path directory) throws IOException {
        try (FaultProxy database = new FaultProxy(TestPostgres.port());
                RunningService service = RunningService.with(Map.of(
                        "spring.datasource.url",
                        url.replace(":" + TestPostgres.port() + "/", ":" + database.port() + "/"),
                        "spring.datasource.hikari.connection-timeout",
                        "250",
                        "spring.kafka.bootstrap-servers",
                        "127.0.0.1:1",
                        "wakeful.stop-file",
                        directory.resolve("STOP")))) {
            SampleService.Halting listening = service.bean(SampleService.Halting.class);
            database.cut();

            // in one step, so that it is never seen empty
            Files.move(Files.writeString(directory.resolve("said"), "by hand"), directory.resolve("STOP"));

            await().until(() -> listening.stopped > 0);
            assertThat(mode(service).stop())
                    .hasValueSatisfying(stop -> assertThat(stop.reason()).isEqualTo("by hand"));
            database.restore();
            await().ignoreExceptions().until(() -> written(service) == 2);
            Files.delete(directory.resolve("STOP"));
            await().until(() -> !mode(service).isFileThere());
            assertThat(mode(service).isStopped()).isTrue();
        }
    }

    /** STOP-3: the process is killed after it acted and before it wrote it down: the word comes again. */
    @Test
    void aWordThatCouldNotBeWrittenDownIsTakenAgainAfterARestart() {
        String group = "test-" + UUID.randomUUID();
        try (FaultProxy database = new FaultProxy(TestPostgres.port())) {
            Map<String, Object> settings = Map.of(
                    "wakeful.consumer-group",
                    group,
                    "spring.datasource.url",
                    url.replace(":" + TestPostgres.port() + "/", ":" + database.port() + "/"),
                    "spring.datasource.hikari.connection-timeout",
                    "250");
            try (RunningService service = RunningService.with(settings)) {
                SampleService.Halting listening = service.bean(SampleService.Halting.class);
                await().until(() -> service.bean(SafeMode.class).awaitCurrent(Duration.ZERO));
                database.cut();
                stop(epoch);
                await().until(() -> listening.stopped == epoch);
            }
            database.restore();
            try (RunningService service = RunningService.with(settings)) {
                await().until(() -> mode(service).isStopped() && written(service) == epoch);
            }
        }
    }

    private void stop(long number) {
        sender.send(new Stopped(number, Instant.now(), "mona", "too much"));
    }

    private void resume(long number) {
        sender.send(new Resumed(number, "mona", "looked at"));
    }

    /** The epoch of now, once everything is heard that other tests said on the same broker. */
    private static long current(RunningService service) {
        await().until(() -> mode(service).awaitCurrent(Duration.ZERO));
        return mode(service).epoch();
    }

    private static SafeMode mode(RunningService service) {
        return service.bean(SafeMode.class);
    }

    private static String effect(RunningService service, long began) {
        return service.bean(EffectJournal.class).perform("effect-" + UUID.randomUUID(), "sample", began, () -> "left");
    }

    private static long written(RunningService service) {
        return service.jdbc()
                .sql("select coalesce(max(epoch), 0) from fence where stopped_at is not null")
                .query(Long.class)
                .single();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
