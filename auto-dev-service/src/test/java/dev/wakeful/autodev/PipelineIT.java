package dev.wakeful.autodev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Role;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;

/** What a repository's own pipeline and the look at the change do to a fix that its check finds green: VER-1…6. */
@AutoDevTest
@TestPropertySource(properties = "wakeful.auto-dev.limits.soft-swarms=20")
class PipelineIT {

    private static final String MEND = "sed -i s/broken/fine/ a.txt; ";
    private static final String JUNIT =
            "echo '<testsuite><testcase classname=\"shop\" name=\"adds\">%s</testcase></testsuite>' > TEST-shop.xml";

    @TempDir
    Path sources;

    private final Outside outside = new Outside();
    private SampleRepository repository;

    @BeforeEach
    void open() {
        repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("Open the shop", "a.txt", "fine");
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    /** Two commits on the same line: the revert conflicts, so the fix command makes the change. */
    private SwarmEvent ended(String fix) {
        return ended(SampleRepository.CHECK, fix);
    }

    private SwarmEvent ended(String check, String fix) {
        Revision good = repository.head();
        repository.commit("Sell more", "a.txt", "broken");
        Revision base = repository.commit("Sell even more", "a.txt", "still broken");
        var request = Requests.requested(repository.watched(check, MEND + fix), base, good);
        outside.order(request);
        return outside.probe.await(
                SwarmEvent.class,
                event -> event.swarm().equals(request.swarm())
                        && (event instanceof SwarmEvent.Completed || event instanceof SwarmEvent.Failed));
    }

    private SwarmEvent.Completed completed(String fix) {
        SwarmEvent end = ended(fix);
        assertThat(end).isInstanceOf(SwarmEvent.Completed.class);
        return (SwarmEvent.Completed) end;
    }

    private SwarmEvent.Failed refused(String fix) {
        SwarmEvent end = ended(fix);
        assertThat(end).isInstanceOf(SwarmEvent.Failed.class);
        SwarmEvent.Failed failed = (SwarmEvent.Failed) end;
        assertThat(failed.reason()).isEqualTo(Reason.NOT_FIXED);
        return failed;
    }

    private void pipeline(String yaml) {
        repository.commit("Say how it is verified", ".wakeful.yaml", yaml);
    }

    private static List<String> steps(List<Evidence> evidence) {
        return evidence.stream()
                .filter(seen -> seen.step() != null)
                .map(seen -> seen.step() + " " + seen.role() + " " + seen.verdict())
                .toList();
    }

    /** VER-1, VER-5 */
    @Test
    void everyStepRunsOnTheVeryHeadAndIsEvidence() {
        pipeline("""
                steps:
                  security: test -f a.txt
                  build: grep -q fine a.txt
                  tests: {run: "%s", reports: {junit: TEST-*.xml}}
                """.formatted(JUNIT.formatted("").replace("\"", "\\\"")));

        SwarmEvent.Completed completed = completed("");

        assertThat(steps(completed.evidence()))
                .containsExactly("build HEAD GREEN", "tests HEAD GREEN", "security HEAD GREEN");
        assertThat(completed.evidence()).filteredOn(seen -> seen.step() != null).allSatisfy(seen -> {
            assertThat(seen.revision()).isEqualTo(completed.head());
            assertThat(seen.grade()).isEqualTo(Grade.GATED);
        });
        assertThat(completed.evidence())
                .filteredOn(seen -> "tests".equals(seen.step()))
                .extracting(Evidence::note)
                .containsExactly("1 tests executed, 0 skipped, none failed");
        assertThat(completed.suspicions()).isEmpty();
        assertThat(completed.claim()).isNull();
    }

    /** VER-4 */
    @Test
    void aStepWhoseToolSaysThatItRanNoTestIsNotGreen() {
        pipeline("steps: {tests: \"echo '== no tests ran in 0.01s =='\"}\n");

        SwarmEvent.Failed failed = refused("");

        assertThat(failed.message())
                .contains("the step 'tests'", "no test was run, as pytest says: \"no tests ran in 0.01s\"");
        assertThat(steps(failed.evidence())).containsExactly("tests HEAD BROKEN");
    }

    /** VER-4: only a step that may refuse a change needs tests; what was guessed and is the same on the base refuses nothing. */
    @Test
    void aGuessedStepThatNeverRanATestIsShownAndRefusesNothing() {
        repository.commit("Make it", "Makefile", "all:\ntest:\n\t@echo 'No tests were found!!!'\n");

        SwarmEvent.Completed completed = completed("");

        assertThat(steps(completed.evidence())).contains("tests HEAD BROKEN", "tests BASE BROKEN");
    }

    /** VER-4 */
    @Test
    void aCheckWhoseToolSaysThatItRanNoTestIsNotGreen() {
        SwarmEvent.Failed failed = (SwarmEvent.Failed)
                ended("grep -q broken a.txt && exit 1; echo 'Ran 0 tests in 0.000s'; echo; echo OK", "");

        assertThat(failed.reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(failed.message())
                .contains("Nothing was checked: no test was run, as unittest says: \"Ran 0 tests in 0.000s\"");
        assertThat(failed.evidence())
                .filteredOn(seen -> seen.role() == Role.HEAD)
                .extracting(Evidence::verdict)
                .containsOnly(Verdict.BROKEN);
    }

    /** VER-4 */
    @Test
    void noTestThatRanIsNotGreen() {
        pipeline("steps: {tests: {run: \"%s\", reports: {junit: TEST-*.xml}}}\n"
                .formatted(JUNIT.formatted("<skipped/>").replace("\"", "\\\"")));

        SwarmEvent.Failed failed = refused("");

        assertThat(failed.message()).contains("the step 'tests'", "no test was executed, 1 were skipped");
        assertThat(steps(failed.evidence())).containsExactly("tests HEAD BROKEN");
    }

    @Test
    void anExitCodeDoesNotOutweighAFailedTest() {
        pipeline("steps: {tests: {run: \"%s\", reports: {junit: TEST-*.xml}}}\n"
                .formatted(JUNIT.formatted("<failure/>").replace("\"", "\\\"")));

        assertThat(refused("").message()).contains("1 failed: shop.adds");
    }

    @Test
    void aStepThatIsCutIsNotGreen() {
        pipeline("steps: {build: {run: sleep 30, time-limit: 1s}}\n");

        assertThat(refused("").message()).contains("the step 'build'", "ended at its time limit");
    }

    /** VER-6 */
    @Test
    void theCoverageHasToHold() {
        pipeline("steps: {tests: {run: cp cover.txt lcov.info, reports: {coverage: lcov.info}}}\n");
        repository.commit("Measure", "cover.txt", "SF:a\nDA:1,1\nDA:2,1\nend_of_record\n");

        assertThat(refused("printf 'SF:a\\nDA:1,1\\nDA:2,0\\nend_of_record\\n' > cover.txt")
                        .message())
                .contains("coverage 50.00 %, on the base 100.00 %");
        SwarmEvent.Completed held = completed("printf 'SF:a\\nDA:1,1\\nend_of_record\\n' > cover.txt");
        assertThat(steps(held.evidence())).containsExactlyInAnyOrder("tests BASE GREEN", "tests HEAD GREEN");
    }

    @Test
    void aNewFindingIsNotGreenAndAnOldOneIs() {
        pipeline("steps: {security: {run: cp found.json found.sarif, reports: {sarif: '*.sarif'}}}\n");
        repository.commit("Scan", "found.json", "{\"runs\":[{\"results\":[{\"ruleId\":\"A1\",\"level\":\"error\"}]}]}");

        assertThat(refused("sed -i 's/\\[{\"ruleId/[{\"ruleId\":\"B2\",\"level\":\"error\"},{\"ruleId/' found.json")
                        .message())
                .contains("1 new findings at error level: B2");
        assertThat(completed("").evidence().getLast().note()).contains("no new finding at error level, 1 in all");
    }

    /** HUNT-5, VER-6 */
    @Test
    void theHeadMayNotBeSlower() {
        pipeline("steps: {performance: {run: sh bench.sh, prepare: test -f bench.sh, rounds: 6, noise: 50%}}\n");
        repository.commit("Measure", "bench.sh", "sleep 0.05\n");

        assertThat(refused("echo sleep 0.5 > bench.sh").message()).contains("which is slower", "6 rounds in turn");
        SwarmEvent.Completed completed = completed("echo sleep 0.01 > bench.sh");
        assertThat(steps(completed.evidence())).containsExactly("performance HEAD GREEN");
    }

    @Test
    void whatCannotBeToldApartIsInconclusiveAndRefusesNothing() {
        pipeline("steps: {performance: {run: sh bench.sh, rounds: 6, noise: 1%}}\n");
        Path count = repository.file("count");
        repository.commit(
                "Measure",
                "bench.sh",
                "n=$(cat " + count + " 2>/dev/null || echo 0); echo $((n + 1)) > " + count
                        + "; test $((n % 3)) = 0 && sleep 0.15; true\n");

        SwarmEvent.Completed completed = completed("");

        assertThat(steps(completed.evidence())).containsExactly("performance HEAD BROKEN");
        assertThat(completed.evidence().getLast().note()).startsWith("inconclusive: ");
    }

    /** VER-3: the file counts as it was before the change */
    @Test
    void whoeverIsJudgedDoesNotSayHow() {
        pipeline("steps: {build: test ! -f cheat}\n");

        SwarmEvent.Failed failed = refused("touch cheat; echo 'steps: {}' > .wakeful.yaml");

        assertThat(failed.message()).contains("the step 'build'");
    }

    /** VER-3 */
    @Test
    void aFixThatDeletesATestIsOfferedWithTheLine() {
        repository.commit("Test", "test_shop.py", "def test_adds():\n    assert add(1) == 2\n");

        SwarmEvent.Completed completed = completed("echo > test_shop.py; echo 'steps: {}' > .wakeful.yaml");

        assertThat(completed.suspicions())
                .extracting(Suspicion::rule, Suspicion::path, Suspicion::line)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("test-file-deleted", "test_shop.py", 1),
                        org.assertj.core.groups.Tuple.tuple("wakeful-config-changed", ".wakeful.yaml", 1));
    }

    /** A fix that says it is one, and is none. */
    @Test
    void whoeverLiesIsRed() {
        Revision good = repository.head();
        Revision base = repository.commit("Sell nothing", "b.txt", "broken");
        repository.commit("Sell even less", "b.txt", "still broken");
        var request = Requests.requested(
                repository.watched(SampleRepository.CHECK, "echo 'all tests pass' | tee claim.md"),
                repository.head(),
                good);
        outside.order(request);

        SwarmEvent.Failed failed = outside.failed(request);

        assertThat(base).isNotNull();
        assertThat(failed.reason()).isEqualTo(Reason.NOT_FIXED);
        assertThat(failed.evidence())
                .extracting(Evidence::role, Evidence::verdict)
                .contains(org.assertj.core.groups.Tuple.tuple(Role.HEAD, Verdict.RED));
    }

    @Test
    void aReportThatLeadsOutOfTheTreeOrIsCheckedInProvesNothing() {
        pipeline("steps: {tests: {run: ln -s /etc/passwd TEST-a.xml, reports: {junit: TEST-*.xml}}}\n");
        assertThat(refused("").message()).contains("TEST-a.xml is no regular file");

        pipeline("steps: {tests: {run: 'true', reports: {junit: TEST-*.xml}}}\n");
        assertThat(refused("echo '<testsuite><testcase name=\"a\"/></testsuite>' > TEST-a.xml")
                        .message())
                .contains("TEST-a.xml is checked in");
    }

    @Test
    void aFileThatCannotBeUsedSaysWhereAndWhatIsAllowed() {
        pipeline("steps:\n  tests:\n    run: make\n    time-limit: soon\n");

        SwarmEvent end = ended("");

        assertThat(end).isInstanceOfSatisfying(SwarmEvent.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(Reason.CHECK_BROKEN);
            assertThat(failed.message())
                    .contains(".wakeful.yaml:4: steps.tests.time-limit is 'soon', allowed is 1s to 4h");
        });
    }

    /** What was only detected must not be worse than before, and need not be better. */
    @Test
    void aDetectedStepRefusesOnlyWhatIsGreenOnTheBase() {
        repository.commit("Build", "Makefile", "all:\n\ttest ! -f cheat\ntest:\n\texit 1\n");

        SwarmEvent.Completed completed = completed("");
        SwarmEvent.Failed failed = refused("touch cheat");

        assertThat(steps(completed.evidence()))
                .containsExactlyInAnyOrder("build HEAD GREEN", "tests HEAD RED", "tests BASE RED");
        assertThat(failed.message()).contains("the step 'build'");
    }
}
