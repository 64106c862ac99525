package dev.wakeful.bughunter;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.FindingId;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Stream;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.RealInfrastructure;
import dev.wakeful.testing.TickingClock;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The bug-hunter on a real broker and database, with a clock to tick. */
@SpringBootTest(classes = BugHunterApplication.class, properties = "spring.config.name=common-service,bug-hunter")
@ContextConfiguration(initializers = RealInfrastructure.class)
@Import(WholeHunter.Time.class)
abstract class WholeHunter {

    protected final RepositoryName repository = Samples.repository();
    protected EventProbe probe;
    protected EventSender sender;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TickingClock clock;

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return new TickingClock(Samples.NOW);
        }
    }

    @BeforeEach
    void open() {
        clock.setTo(Samples.NOW);
        probe = new EventProbe(Stream.FINDING);
        sender = new EventSender();
    }

    @AfterEach
    void close() {
        sender.close();
        probe.close();
    }

    protected FindingEvent.Raised raised(BuildEvent.Failed failed) {
        return probe.await(
                FindingEvent.Raised.class,
                raised -> raised.repository().equals(failed.repository())
                        && raised.revision().equals(failed.revision()));
    }

    /** Waits until all builds sent before have been handled: they share one partition. */
    protected void settle() {
        BuildEvent.Failed last = Samples.failed(Samples.repository(), Samples.BAD, 10);
        sender.send(last);
        raised(last);
    }

    /** All that was said of this test's repository, in order. */
    protected List<FindingEvent> told() {
        List<FindingId> ours = probe.heard(FindingEvent.Raised.class).stream()
                .filter(raised -> raised.repository().equals(repository))
                .map(FindingEvent.Raised::finding)
                .toList();
        return probe.heard(FindingEvent.class).stream()
                .filter(event -> ours.contains(event.finding()))
                .toList();
    }
}
