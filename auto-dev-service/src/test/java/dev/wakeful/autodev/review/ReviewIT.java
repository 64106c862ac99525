package dev.wakeful.autodev.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;

/** Where a second agent is only asked, its opinion is a claim for people: it neither stops a change nor proves one (VER-5, DEV-2). */
@AutoDevTest
@TestPropertySource(
        properties = {
            "wakeful.gateway-secret=a-secret-of-at-least-thirty-two-characters",
            "wakeful.auto-dev.strategies.order=revert-culprit,critic",
            "wakeful.auto-dev.review.reviewers=critic",
            "wakeful.auto-dev.agents.critic.kind=scripted",
            "wakeful.auto-dev.agents.critic.command=sh ./critic.sh {brief}",
        })
class ReviewIT {

    private static final String CRITIC = """
            echo '{"event":"started","session":"s-1"}'
            asked=$(head -n 1 "$1")
            [ "$asked" = '# Review' ] && echo ruined > a.txt || echo fine > a.txt
            [ "$asked" = '# Review' ] && echo '{"event":"finished","message":"OBJECT: I do not like it"}' \\
                || echo '{"event":"finished","message":"mended"}'
            """;

    @TempDir
    Path sources;

    private final Outside outside = new Outside();

    @AfterEach
    void hangUp() {
        outside.close();
    }

    @Test
    void anObjectionIsToldAndStopsNothing() {
        SampleRepository repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("Open the shop", "a.txt", "fine");
        repository.commit("Hire a critic", "critic.sh", CRITIC);
        Revision base = repository.commit("Sell more", "a.txt", "broken");

        SwarmEvent.Completed completed = order(repository, base);

        assertThat(completed.strategy()).isEqualTo("revert-culprit");
        assertThat(completed.suspicions()).isEmpty();
        assertThat(completed.claim()).isEqualTo("critic reviewed it and says: OBJECT: I do not like it");
        assertThat(completed.diff().text()).doesNotContain("ruined");
        assertThat(completed.evidence()).extracting(Evidence::grade).doesNotContain(Grade.CLAIMED);
    }

    @Test
    void nobodyReviewsTheirOwnChange() {
        SampleRepository broken = new SampleRepository(sources.resolve("broken"));
        broken.commit("Nothing was ever fine", "a.txt", "broken");
        Revision base = broken.commit("Hire a critic", "critic.sh", CRITIC);

        SwarmEvent.Completed completed = order(broken, base);

        assertThat(completed.strategy()).isEqualTo("critic");
        assertThat(completed.claim()).isEqualTo("mended\ncritic has not reviewed it: it made the change itself.");
    }

    private SwarmEvent.Completed order(SampleRepository repository, Revision base) {
        SwarmRequested request = Requests.requested(repository.watched(SampleRepository.CHECK, null), base, null);
        outside.order(request);
        return outside.completed(request);
    }
}
