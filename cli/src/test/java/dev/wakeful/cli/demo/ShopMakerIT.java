package dev.wakeful.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.process.Git;
import dev.wakeful.cli.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real Git and a real shell. */
class ShopMakerIT {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path place;

    private Shop shop;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        shop = ShopMaker.make(place.resolve("shop"), NOW);
    }

    @Test
    void theCheckIsGreenUntilTheCulpritAndRedFromThereOn() throws InterruptedException {
        List<Integer> exits = new ArrayList<>();

        for (String commit : shop.commits()) {
            exits.add(check(commit).exit());
        }

        int culprit = shop.commits().indexOf(shop.culprit());
        assertThat(exits).hasSize(12);
        assertThat(exits.subList(0, culprit)).isNotEmpty().containsOnly(0);
        assertThat(exits.subList(culprit, 12)).hasSizeGreaterThan(2).containsOnly(1);
        assertThat(shop.commits().indexOf(shop.lastGood())).isLessThan(culprit - 1);
    }

    /** AUTH-1: under 5 % of the tests. */
    @Test
    void exactlyOneCaseOfMoreThanTwentyFails() throws InterruptedException {
        List<String> tap = check(shop.head()).out().lines().toList();

        assertThat(tap.stream().filter(line -> line.startsWith("not ok"))).hasSize(1);
        assertThat(tap.stream().filter(line -> line.startsWith("ok"))).hasSizeGreaterThan(20);
        assertThat(tap).contains("1..23");
    }

    @Test
    void revertingTheCulpritOnTheHeadAppliesAndMendsIt() throws InterruptedException {
        Git git = Git.isolated(shop.directory())
                .with("GIT_COMMITTER_NAME", "x")
                .with("GIT_COMMITTER_EMAIL", "x@x.example")
                .with("GIT_AUTHOR_NAME", "x")
                .with("GIT_AUTHOR_EMAIL", "x@x.example");

        git.run("revert", "--no-edit", shop.culprit());

        assertThat(check(git.run("rev-parse", "HEAD")).exit()).isZero();
    }

    @Test
    void theNewestCommitIsYoungAndNoneIsFromTheFuture() throws InterruptedException {
        List<Instant> times = Git.isolated(shop.directory())
                .run("log", "--format=%aI")
                .lines()
                .map(Instant::parse)
                .toList();

        assertThat(times.getFirst()).isBetween(NOW.minusSeconds(1800), NOW);
        assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    private Program.Ended check(String commit) throws InterruptedException {
        return Recheck.check(shop, commit, place.resolve("at-" + commit)).orElseThrow();
    }
}
