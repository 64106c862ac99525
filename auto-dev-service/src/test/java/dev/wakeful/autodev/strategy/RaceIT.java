package dev.wakeful.autodev.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Strategies that race (DEV-2), and what is known of them afterwards (LEARN-1). */
@AutoDevTest
@TestPropertySource(properties = "wakeful.auto-dev.strategies.order=revert-culprit+run-command")
class RaceIT {

    private static final String CHECK = "! grep -rq broken --include=*.txt .";

    @TempDir
    Path sources;

    @Autowired
    private JdbcClient jdbc;

    private final Outside outside = new Outside();
    private SampleRepository repository;
    private Revision base;

    @BeforeEach
    void breakTheShop() {
        repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("Open the shop", "a.txt", "fine\nfine\nfine\n");
        repository.commit("Sell more", "a.txt", "broken\nfiner\nfiner\n");
        base = repository.commit("Hang a lamp", "d.txt", "fine");
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void theSmallestProvenChangeWinsAndTheOtherIsRemembered() {
        SwarmRequested request = order("sed -i s/broken/mended/ a.txt");

        SwarmEvent.Completed completed = outside.completed(request);

        assertThat(completed.strategy()).isEqualTo("run-command");
        assertThat(completed.diff().added() + completed.diff().removed()).isEqualTo(2);
        assertThat(completed.evidence())
                .filteredOn(evidence -> evidence.role() == Role.HEAD)
                .extracting(Evidence::verdict)
                .containsExactly(Verdict.GREEN, Verdict.GREEN);
        assertThat(trials(request)).containsExactly("revert-culprit green", "run-command green");
    }

    @Test
    void whatIsNotGreenLosesHoweverSmallItIs() {
        SwarmRequested request = order("sed -i s/broken/broken./ a.txt");

        assertThat(outside.completed(request).strategy()).isEqualTo("revert-culprit");
        assertThat(trials(request)).containsExactly("revert-culprit green", "run-command red");
    }

    @Test
    void whoeverChangesNothingLeavesTheRaceToTheOther() {
        SwarmRequested request = order("exit 3");

        assertThat(outside.completed(request).strategy()).isEqualTo("revert-culprit");
        assertThat(trials(request)).containsExactly("revert-culprit green", "run-command NOT_APPLICABLE");
    }

    private SwarmRequested order(String fix) {
        SwarmRequested request = Requests.requested(repository.watched(CHECK, fix), base, null);
        outside.order(request);
        return request;
    }

    private List<String> trials(SwarmRequested request) {
        return jdbc.sql("""
                select strategy || ' ' || coalesce(attempted ->> 'result', case when green then 'green' else 'red' end) from trial
                where swarm = :swarm and ended_at is not null order by strategy
                """)
                .param("swarm", request.swarm().value())
                .query(String.class)
                .list();
    }
}
