package dev.wakeful.autodev.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.autodev.pipeline.Pipeline.Origin;
import dev.wakeful.autodev.pipeline.PipelineStep.Measuring;
import dev.wakeful.autodev.workspace.Checkout;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** HUNT-1, VER-1 */
class WakefulFileTest {

    private static final Set<String> THERE = Set.of("lib", "services/a", "app/[id]");

    private static final String WHOLE = """
            checkout: {paths: [services/a, lib/, "app/[id]"]}
            conventions: |
              Two spaces.
            strategies: [[revert-culprit], [run-command], [claude, codex]]
            steps:
              performance: {run: ./bench, prepare: make bench, rounds: 12, noise: 3%}
              tests:
                run: mvn -B verify
                time-limit: 20m
                reports:
                  junit: ["**/TEST-*.xml", other.xml]
                  coverage: target/jacoco.xml
              build: make
            """;

    private static Pipeline read(String text) {
        return WakefulFile.read(
                text, asked -> asked.stream().filter(THERE::contains).collect(Collectors.toSet()));
    }

    @Test
    void everythingThatMayBeSaidIsRead() {
        Pipeline read = read(WHOLE);

        assertThat(read.origin()).isEqualTo(Origin.CONFIGURED);
        assertThat(read.conventions()).isEqualTo("Two spaces.\n");
        assertThat(read.checkout().directories()).containsExactly("services/a", "lib", "app/[id]");
        assertThat(read.strategies())
                .containsExactly(List.of("revert-culprit"), List.of("run-command"), List.of("claude", "codex"));
        assertThat(read.steps())
                .extracting(PipelineStep::name)
                .containsExactly(StepName.BUILD, StepName.TESTS, StepName.PERFORMANCE);
        assertThat(read.steps().get(1).limit()).isEqualTo(Duration.ofMinutes(20));
        assertThat(read.steps().get(1).reports().junit()).containsExactly("**/TEST-*.xml", "other.xml");
        assertThat(read.steps().get(1).reports().coverage()).containsExactly("target/jacoco.xml");
        assertThat(read.steps().get(2).measuring()).isEqualTo(new Measuring(12, 30));
        assertThat(read.steps().get(2).prepare()).isEqualTo("make bench");
    }

    @Test
    void anEmptyFileAsksForNothing() {
        assertThat(read("# later\n").steps()).isEmpty();
    }

    /** VER-3 */
    @Test
    void touchedLinesAreMutatedUnlessItSaysNo() {
        assertThat(read("steps: {build: make}\n").mutation()).isTrue();
        assertThat(read("mutation: true\n").mutation()).isTrue();
        assertThat(read("mutation: false\n").mutation()).isFalse();
    }

    /** VER-2 */
    @Test
    void howOftenTheFailureHasToBeSeenAgainIsSaidOrLeftToTheInstallation() {
        assertThat(read("red-again: 0\n").redAgain()).isZero();
        assertThat(read("red-again: 10\n").redAgain()).isEqualTo(10);
        assertThat(read("steps: {build: make}\n").redAgain()).isNull();
    }

    /** STATE-1 */
    @Test
    void itSurvivesBeingWrittenDown() {
        JsonMapper json = JsonMapper.builder().build();
        Pipeline read = read(WHOLE);

        assertThat(json.readValue(json.writeValueAsString(read), Pipeline.class))
                .isEqualTo(read);
    }

    /** STATE-1: a swarm that was under way when there was no such key yet. */
    @Test
    void oneThatWasWrittenDownBeforeAsksForAll() {
        String before = "{\"origin\":\"CONFIGURED\",\"steps\":[],\"conventions\":null,\"strategies\":[]}";

        Pipeline read = JsonMapper.builder().build().readValue(before, Pipeline.class);

        assertThat(read.checkout()).isEqualTo(Checkout.WHOLE);
        assertThat(read.mutation()).isTrue();
        assertThat(read.redAgain()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    steps: [a]                                  | .wakeful.yaml:1: steps must hold keys with values; allowed are build
                    step: {build: make}                         | there is no key 'step'; allowed are checkout, conventions, mutation, red-again, steps, strategies.
                    steps: {deploy: make}                       | there is no key 'steps.deploy'; allowed are build, integration
                    steps: {build: {}}                          | steps.build has no run
                    steps: {build: ''}                          | steps.build must be a text
                    steps: {build: a, build: b}                 | steps.build is said twice
                    steps: {build: {run: a, time-limit: 5h}}    | steps.build.time-limit is '5h', allowed is 1s to 4h
                    steps: {build: {run: a, rounds: 7}}         | there is no key 'steps.build.rounds'
                    steps: {performance: {run: a, rounds: 5}}   | steps.performance.rounds is '5', allowed is 6 to 60
                    steps: {performance: {run: a, noise: 5}}    | steps.performance.noise is '5', allowed is 1% to 50%
                    steps: {tests: {run: a, reports: {junit: ../x}}}  | allowed is a path within the tree
                    steps: {tests: {run: a, reports: {junit: /etc/x}}}| allowed is a path within the tree
                    checkout: services                          | checkout must hold keys with values; allowed are paths.
                    checkout: {}                                | checkout has no paths
                    checkout: {path: a}                         | there is no key 'checkout.path'; allowed are paths.
                    checkout: {paths: []}                       | checkout.paths must be a list of 1 to 100 texts.
                    checkout: {paths: [[a]]}                    | checkout.paths must be a text of 1 to 300 characters.
                    checkout: {paths: ''}                       | checkout.paths must be a text
                    checkout: {paths: [lib, nowhere]}           | checkout.paths is 'nowhere', which is no directory of this revision, allowed is
                    checkout: {paths: /etc}                     | checkout.paths is '/etc', allowed is a directory of the repository, such as services/a
                    checkout: {paths: ../x}                     | checkout.paths is '../x', allowed is
                    checkout: {paths: lib/../../x}              | checkout.paths is 'lib/../../x', allowed is
                    checkout: {paths: ./lib}                    | checkout.paths is './lib', allowed is
                    checkout: {paths: lib//a}                   | checkout.paths is 'lib//a', allowed is
                    checkout: {paths: /}                        | checkout.paths is '/', allowed is
                    checkout: {paths: .git/hooks}               | checkout.paths is '.git/hooks', allowed is
                    checkout: {paths: lib/.GIT}                 | checkout.paths is 'lib/.GIT', allowed is
                    checkout: {paths: 'lib/**'}                 | checkout.paths is 'lib/**', allowed is
                    checkout: {paths: 'lib?'}                   | checkout.paths is 'lib?', allowed is
                    checkout: {paths: 'lib\\..\\x'}             | allowed is a directory of the repository
                    checkout: {paths: "lib\\n/*"}               | checkout.paths is 'lib?/*', allowed is
                    mutation: off                               | mutation is 'off', allowed is true or false.
                    mutation: [true]                            | mutation is '', allowed is true or false.
                    red-again: 11                               | red-again is '11', allowed is 0 to 10.
                    red-again: -1                               | red-again is '-1', allowed is 0 to 10.
                    strategies: claude                          | strategies must be a list of at most 20 lists
                    steps: {                                    | .wakeful.yaml:1: is no YAML
                    """)
    void whatIsWrongIsSaidWithItsLineAndWhatIsAllowed(String text, String objection) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(PipelineRefused.class)
                .hasMessageContaining(".wakeful.yaml:1: ")
                .hasMessageContaining(objection);
    }

    @Test
    void hostileDocumentsMakeNothing() {
        String laughs =
                "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nsteps: *c\n";

        assertThatThrownBy(() -> read(laughs)).isInstanceOf(PipelineRefused.class);
        assertThatThrownBy(() -> read("steps: !!javax.script.ScriptEngineManager [x]"))
                .isInstanceOf(PipelineRefused.class);
        assertThatThrownBy(() -> read("steps: &s {build: *s}")).isInstanceOf(PipelineRefused.class);
        assertThatThrownBy(() -> read("[".repeat(10_000))).isInstanceOf(PipelineRefused.class);
        assertThatThrownBy(() -> read(" ".repeat(WakefulFile.MOST_BYTES + 1))).isInstanceOf(PipelineRefused.class);
    }
}
