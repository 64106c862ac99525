package dev.wakeful.commandcenter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.commandcenter.emergency.Safety;
import dev.wakeful.commandcenter.reading.RunningSwarms.Running;
import dev.wakeful.commandcenter.reading.Status;
import dev.wakeful.commandcenter.reading.TaskDetail.EvidenceItem;
import dev.wakeful.commandcenter.reading.TaskDetail.PullRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void theHeadlineSaysWhatIsHappening() {
        assertThat(Headline.of(status(0, Map.of()), List.of())).isEqualTo("Awake, and nothing to watch yet.");
        assertThat(Headline.of(status(1, Map.of()), List.of())).isEqualTo("All quiet on one repository.");
        assertThat(Headline.of(status(2, Map.of("PROPOSED", 1L)), List.of()))
                .isEqualTo("All quiet. One fix waits for your review.");
        assertThat(Headline.of(status(2, Map.of()), List.of(running("acme/shop"))))
                .isEqualTo("A swarm is bisecting acme/shop.");
        assertThat(Headline.of(
                        status(4, Map.of()), List.of(running("a/a"), running("b/b"), running("c/c"), running("c/c"))))
                .isEqualTo("4 swarms are at work on a/a, b/b and 1 more.");
    }

    @Test
    void moneyIsExactAndShort() {
        Wording say = new Wording();

        assertThat(say.money(1_920_000)).isEqualTo("$1.92");
        assertThat(say.money(1_240)).isEqualTo("$0.00124");
        assertThat(say.money(0)).isEqualTo("$0.00");
        assertThat(say.money(100_000_000)).isEqualTo("$100.00");
    }

    @Test
    void anAddressThatIsNoWebAddressLeadsNowhere() {
        assertThat(new Wording().link("javascript:alert(1)")).isEqualTo("#");
        assertThat(new Wording().link("https://forge.example/1")).isEqualTo("https://forge.example/1");
    }

    @Test
    void terminalColoursAndDeceptiveCharactersAreNotShown() {
        assertThat(PlainText.of("\u001B[31mred\u001B[0m\ttab\nline\r\nend")).isEqualTo("red\ttab\nline\nend");
        assertThat(PlainText.of("a\u202Eb\u0000c")).isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void aRemovedLineOfDashesIsNoHeader() {
        List<DiffLine> lines = DiffLine.of("""
                diff --git a/x.sql b/x.sql
                --- a/x.sql
                +++ b/x.sql
                @@ -1,2 +1,1 @@
                 select 1;
                --- a comment
                """);

        assertThat(lines)
                .containsExactly(
                        new DiffLine("file", "x.sql"),
                        new DiffLine("hunk", "@@ -1,2 +1,1 @@"),
                        new DiffLine("same", " select 1;"),
                        new DiffLine("removed", "--- a comment"));
    }

    @Test
    void whatIsCopiedIntoAShellIsQuoted() {
        PullRequest change = new PullRequest("1", "$(touch x)'y", "main", "f".repeat(40), true, "#pull-request");

        List<Command> commands = Command.forReview("/srv/my shop", change);

        assertThat(commands.getLast().text()).isEqualTo("git -C '/srv/my shop' branch -D '$(touch x)'\\''y'");
        assertThat(commands.get(2).text()).contains("merge --no-ff " + "f".repeat(40));
    }

    /** VER-2. */
    @Test
    void onlyTheSameCheckFromRedToGreenIsProof() {
        assertThat(Proof.of(List.of(ran("BASE", "RED", "test"), ran("HEAD", "GREEN", "test")))
                        .proven())
                .isTrue();
        assertThat(Proof.of(List.of(ran("BASE", "RED", "test"), ran("HEAD", "GREEN", "true")))
                        .proven())
                .isFalse();
        assertThat(Proof.of(List.of(ran("BASE", "GREEN", "test"), ran("HEAD", "GREEN", "test")))
                        .proven())
                .isFalse();
        assertThat(Proof.of(List.of(ran("BASE", "RED", "test"), ran("HEAD", "BROKEN", "test")))
                        .proven())
                .isFalse();
        assertThat(Proof.of(List.of()).verdict()).contains("Nothing is proven yet");
    }

    /** VER-4 */
    @Test
    void aStepOfThePipelineIsShownForTheVeryHeadAndIsNotTheCheck() {
        EvidenceItem head = ran("HEAD", "GREEN", "test");
        EvidenceItem step = new EvidenceItem(
                "HEAD", "GATED", head.revision(), "make", "RED", 1, 10, NOW, "", "build", "it ended with exit code 1");
        EvidenceItem elsewhere = new EvidenceItem(
                "HEAD", "GATED", "e".repeat(40), "make", "GREEN", 0, 10, NOW, "", "build", "it ended with 0");

        Proof proof = Proof.of(List.of(ran("BASE", "RED", "test"), head, elsewhere, step));

        assertThat(proof.head()).isEqualTo(head);
        assertThat(proof.proven()).isTrue();
        assertThat(proof.steps()).containsExactly(step);
    }

    private static EvidenceItem ran(String role, String verdict, String command) {
        return new EvidenceItem(role, "OBSERVED", "f".repeat(40), command, verdict, 0, 10, NOW, "", null, null);
    }

    private static Running running(String repository) {
        return new Running("swarm-1", "task-1", "Mend it", repository, "bisecting", null, NOW);
    }

    private static Status status(long repositories, Map<String, Long> tasks) {
        return new Status(
                "1",
                "ACTIVE",
                new Safety(false, false, null),
                NOW,
                List.of(),
                tasks,
                new Status.SwarmCount(0, 0, 0),
                new Status.Spending(0, 0),
                repositories,
                0,
                List.of());
    }
}
