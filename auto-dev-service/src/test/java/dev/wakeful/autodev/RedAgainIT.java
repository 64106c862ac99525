package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** A failure that goes away by itself proves no change (VER-2, TRG-17, needs row 10): the failing revision has to be red again. */
@AutoDevTest
@TestPropertySource(properties = "wakeful.auto-dev.limits.soft-swarms=20")
class RedAgainIT {

    @TempDir
    Path sources;

    @Value("${wakeful.auto-dev.directory}")
    private Path data;

    private final Outside outside = new Outside();
    private SampleRepository repository;

    @BeforeEach
    void open() {
        repository = new SampleRepository(sources.resolve("shop"));
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    private Revision breakIt(String yaml) {
        repository.commit("Say how it is proven", ".wakeful.yaml", yaml);
        repository.commit("Open the shop", "a.txt", "fine");
        return repository.commit("Sell more", "a.txt", "broken");
    }

    /** Red on the first so many runs on the failing revision, whatever it holds, and green on all others. */
    private SwarmRequested order(Revision base, int reds, String fix) {
        String check = "test \"$(git rev-parse HEAD)\" != " + base + " || test $(grep -c " + base + " "
                + repository.file("checked") + ") -gt " + reds;
        SwarmRequested request = Requests.requested(repository.watched(check, fix), base, null);
        outside.order(request);
        return request;
    }

    @Test
    void aFailureThatGoesAwayByItselfIsFlakyAndNothingIsOffered() {
        Revision base = breakIt("steps: {build: echo built >> " + repository.file("steps") + "}\n");

        SwarmRequested request = order(base, 1, "");
        SwarmEvent.Failed failed = outside.failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.NOT_REPRODUCED);
        assertThat(failed.message())
                .contains(
                        "red on the failing revision " + base.abbreviated(), "flaky", "revert-culprit", "not offered");
        assertThat(failed.evidence().reversed().subList(0, 2))
                .extracting(Evidence::role, Evidence::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Role.BASE, Verdict.GREEN),
                        org.assertj.core.groups.Tuple.tuple(Role.HEAD, Verdict.GREEN));
        assertThat(failed.usage().processes()).isEqualTo(repository.checked().size());
        // the pipeline, which costs more, was not run for nothing
        assertThat(repository.lines("steps")).isEmpty();
        assertThat(data.resolve("artefacts/" + request.swarm() + "/revert-culprit.patch"))
                .content()
                .contains("+fine");
    }

    @Test
    void aRepositoryMaySayHowOften() {
        Revision base = breakIt("red-again: 3\n");

        SwarmEvent.Failed failed = outside.failed(order(base, 3, ""));

        assertThat(failed.reason()).isEqualTo(Reason.NOT_REPRODUCED);
        assertThat(failed.message()).contains(base.abbreviated() + " 3 times, and green");
        assertThat(repository.checked()).filteredOn(base::equals).hasSize(4);
    }

    @Test
    void aRepositoryMaySayNever() {
        Revision base = breakIt("red-again: 0\n");

        SwarmEvent.Completed completed = outside.completed(order(base, 1, ""));

        assertThat(completed.base()).isEqualTo(base);
        assertThat(repository.checked()).filteredOn(base::equals).hasSize(1);
    }

    /** Each run is paid for: what was seen once is not asked for again, however many candidates there are. */
    @Test
    void whoeverRacesSharesTheRunsThatAreKnown() {
        Revision base = breakIt("strategies: [[revert-culprit, run-command]]\n");

        SwarmEvent.Completed completed = outside.completed(order(base, 100, "echo even finer > a.txt"));

        assertThat(completed.evidence())
                .filteredOn(seen -> seen.role() == Role.HEAD)
                .hasSize(2);
        assertThat(completed.evidence())
                .filteredOn(seen -> seen.role() == Role.BASE)
                .extracting(Evidence::verdict)
                .containsExactly(Verdict.RED, Verdict.RED);
        assertThat(repository.checked()).filteredOn(base::equals).hasSize(2);
    }

    /** What could not be run again says nothing, and no candidate that fails costs a further run. */
    @Test
    void aCheckThatCannotBeRunAgainProvesNothing() throws Exception {
        Revision base = breakIt("steps: {}\n");
        Path tool = Files.writeString(repository.file("tool"), "exit 1\n");
        String check = "test \"$(git rev-parse HEAD)\" != " + base + " && rm -f " + tool + " || { test -e " + tool
                + " || exit 127; false; }";
        SwarmRequested request = Requests.requested(repository.watched(check, "true"), base, null);
        outside.order(request);

        SwarmEvent.Failed failed = outside.failed(request);

        assertThat(failed.reason()).isEqualTo(Reason.CHECK_BROKEN);
        assertThat(failed.message()).contains("could not be run there again (exit code 127)");
    }

    @Test
    void aCandidateThatIsNotGreenCostsNoFurtherRun() {
        Revision base = breakIt("strategies: [[run-command]]\n");
        SwarmRequested request =
                Requests.requested(repository.watched(SampleRepository.CHECK, "echo broken too > a.txt"), base, null);
        outside.order(request);

        assertThat(outside.failed(request).reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(repository.checked()).filteredOn(base::equals).hasSize(1);
    }
}
