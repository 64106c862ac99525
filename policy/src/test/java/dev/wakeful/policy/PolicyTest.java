package dev.wakeful.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file that holds every number (behaviour, first paragraph), and what may not stand in it (LIM-1). */
class PolicyTest {

    @TempDir
    private Path directory;

    /** Bad input: file, line, key, value and what is allowed, each thing once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    budget: {dya: 5}                        | :1: there is no key budget.dya; the nearest is budget.day.
                    budget: {day: 100.01}                   | :1: budget.day is '100.01', allowed is dollars with at most six decimals, 0 to 100 (LIM-1).
                    budget: {day: -1}                       | :1: budget.day is '-1', allowed is
                    budget: {day: 1e2}                      | :1: budget.day is '1e2', allowed is
                    budget: {day: }                         | :1: budget.day must be dollars
                    budget: {day: [1, 2]}                   | :1: budget.day must be dollars
                    budget: {swarm: 51}                     | :1: budget.swarm is '51', allowed is
                    budget: {night: {reserve: 26}}          | :1: budget.night.reserve is 26, it must be at most budget.night.limit, which is 25 (BUD-1).
                    budget: {night: {from: 07:00}}          | :1: budget.night.from is 07:00, it must be not budget.night.to, which is 07:00
                    budget: {night: {limit: 4}}             | :1: budget.night.reserve is 5, it must be at most budget.night.limit, which is 4
                    budget: {zone: Mars/Olympus}            | :1: budget.zone is 'Mars/Olympus', allowed is system, or the name of a time zone
                    budget: {gateway: {models: gpt-5}}      | :1: budget.gateway.models must be a list of texts
                    budget: 5                               | :1: budget is a group of keys
                    planner: {time-limit: 5h}               | :1: planner.time-limit is '5h', allowed is a duration such as 30s, 5m, 4h or 7d, 1s to 4h (LIM-1).
                    planner: {time-limit: soon}             | :1: planner.time-limit is 'soon', allowed is
                    auto-dev: {swarms: 21}                  | :1: auto-dev.swarms is '21', allowed is a whole number, 1 to 20 (DEV-8).
                    auto-dev: {review: {policy: always}}    | :1: auto-dev.review.policy is 'always', allowed is off, asked or required (VER-5).
                    auto-dev: {review: {independence: none}} | :1: auto-dev.review.independence is 'none', allowed is agent or model (VER-5).
                    heartbeat: {a: b}                       | :1: heartbeat must be a duration
                    stop: {agents: 51}                      | :1: stop.agents is '51', allowed is a whole number, 1 to 50 (STOP-2).
                    stop: {provider-away: 11m}              | :1: stop.provider-away is '11m', allowed is
                    budget: {alerts: [50, 101]}             | :1: budget.alerts is '101', allowed is a list of whole numbers, 1 to 100 (BUD-5).
                    budget: {alerts: []}                    | :1: budget.alerts must be a list of whole numbers
                    budget: {pause: {automatic-percent: 100}} | :1: budget.pause.automatic-percent is 100, it must be at most budget.pause.approved-percent, which is 99
                    budget: {price-file: /not/there}        | :1: budget.price-file is '/not/there', allowed is none, or the path of a file that is there
                    planner: {authority: {test-failure: {cap: 51}}} | :1: planner.authority.test-failure.cap is '51', allowed is
                    planner: {modes: {windows: [SAT 10-12]}} | :1: planner.modes.windows is 'SAT 10-12', allowed is a list of days and hours
                    planner: {modes: {windows: ["SAT 10:00-24:01"]}} | :1: planner.modes.windows is 'SAT 10:00-24:01', allowed is
                    planner: {modes: {windows: SAT}}        | :1: planner.modes.windows must be a list of days and hours
                    planner: {contexts: {rules: ["HOME DAILY 23:00-07:00"]}} | :1: planner.contexts.rules is 'HOME DAILY 23:00-07:00', allowed is
                    planner: {contexts: {work: {away: [LINT]}}} | :1: planner.contexts.work.away is 'LINT', allowed is a list of TEST_FAILURE
                    planner: {limits: {autonomy: ["acme/shop OBSERVE"]}} | :1: planner.limits.autonomy is 'acme/shop OBSERVE', allowed is
                    [1, 2]                                  | :1: must hold keys with values
                    just text                               | :1: must hold keys with values
                    'a: b: c'                               | :1: is no YAML
                    """)
    void whatIsWrongIsSaid(String yaml, String says) throws IOException {
        Path file = file(yaml);

        assertThatExceptionOfType(PolicyRefused.class)
                .isThrownBy(() -> Policy.of(file))
                .satisfies(refused -> assertThat(refused.objections())
                        .singleElement()
                        .asString()
                        .startsWith(file + says));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsLine() throws IOException {
        Path file = file("budget:\n  day: 5\n  day: 6\n  hour: many\nplaner:\n  time-limit: 1h\n");

        assertThatExceptionOfType(PolicyRefused.class)
                .isThrownBy(() -> Policy.of(file))
                .satisfies(refused -> assertThat(refused.objections())
                        .extracting(Objection::line, Objection::says)
                        .satisfiesExactly(
                                twice -> assertThat(twice.toList()).isEqualTo(List.of(3, "budget.day is said twice.")),
                                kind -> assertThat(kind.toList().getFirst()).isEqualTo(4),
                                unknown ->
                                        assertThat(unknown.toList().getFirst()).isEqualTo(6)));
    }

    /** A document that refers to itself, and one that is far too large, end in a sentence. */
    @Test
    void aHostileFileIsRefused() throws IOException {
        assertThatExceptionOfType(PolicyRefused.class).isThrownBy(() -> Policy.of(file("budget: &a {night: *a}")));
        assertThatExceptionOfType(PolicyRefused.class).isThrownBy(() -> Policy.of(file("#".repeat(2 << 20))));
        assertThatExceptionOfType(PolicyRefused.class).isThrownBy(() -> Policy.of(directory.resolve("none")));
        assertThatExceptionOfType(PolicyRefused.class).isThrownBy(() -> Policy.of(file("[".repeat(10_000))));
    }

    @Test
    void whatTheFileSaysBecomesPropertiesOfTheServices() throws IOException {
        Policy policy = Policy.of(file("""
                heartbeat: 30s
                budget:
                  day: 12.50
                  night: {from: 22:30}
                  gateway: {models: ["claude-*", o3]}
                auto-dev:
                  swarms: 2
                """));

        assertThat(policy.properties("budget"))
                .isEqualTo(Map.of(
                        "wakeful.heartbeat", "30s",
                        "wakeful.budget.day", "12.50",
                        "wakeful.budget.night.from", "22:30",
                        "wakeful.budget.gateway.models[0]", "claude-*",
                        "wakeful.budget.gateway.models[1]", "o3"));
        assertThat(policy.properties("auto-dev")).containsEntry("db-scheduler.threads", "2");
    }

    /** A list that is empty by default may be said to be empty, no other one. */
    @Test
    void aListMayBeEmptyWhereThatIsTheDefault() throws IOException {
        Policy policy = Policy.of(file("auto-dev: {sandbox: {downloads: {hosts: []}}}"));

        assertThat(policy.properties("auto-dev")).containsEntry("wakeful.auto-dev.sandbox.downloads.hosts", "");
        assertThatExceptionOfType(PolicyRefused.class)
                .isThrownBy(() -> Policy.of(file("auto-dev: {strategies: {order: []}}")));
        assertThatExceptionOfType(PolicyRefused.class)
                .isThrownBy(() -> Policy.of(file("auto-dev: {sandbox: {downloads: {hosts: repo.maven.apache.org}}}")));
    }

    /** MODE-3, MODE-9, MODE-10: rules in lines, and lists that may be empty. */
    @Test
    void listsOfRulesBecomeProperties() throws IOException {
        Policy policy = Policy.of(file("""
                planner:
                  modes: {windows: ["SAT,SUN 10:00-12:00"]}
                  contexts: {rules: [], work: {unknown: []}}
                  limits: {autonomy: ["* BUILD_ERROR FULL"]}
                budget: {alerts: [50, 75]}
                """));

        assertThat(policy.properties("planner"))
                .isEqualTo(Map.of(
                        "wakeful.planner.modes.windows[0]", "SAT,SUN 10:00-12:00",
                        "wakeful.planner.contexts.rules", "",
                        "wakeful.planner.contexts.work.UNKNOWN", "",
                        "wakeful.planner.limits.autonomy[0]", "* BUILD_ERROR FULL"));
        assertThat(policy.properties("budget")).containsEntry("wakeful.budget.alert.percents[1]", "75");
    }

    @Test
    void anEmptyFileIsTheDefaults() throws IOException {
        assertThat(Policy.of(file("# nothing yet\n")).settings())
                .isEqualTo(Policy.defaults().settings());
        assertThat(Policy.of(file("budget:\n")).properties("budget")).isEmpty();
    }

    /** The printed defaults are a valid file that says every key and changes nothing. */
    @Test
    void thePrintedDefaultsAreValid() throws IOException {
        Policy printed = Policy.of(file(PolicyText.commentedDefaults()));

        assertThat(printed.settings()).allMatch(Policy.Setting::fromFile);
        assertThat(printed.settings())
                .extracting(Policy.Setting::texts)
                .isEqualTo(Policy.defaults().settings().stream()
                        .map(Policy.Setting::texts)
                        .toList());
    }

    /** LIM-1: the hard limits are the upper end of what can be said. */
    @Test
    void theHardLimitsAreTheUpperEnd() {
        assertThat(Catalogue.load().entries().stream()
                        .filter(entry -> entry.requirement().equals("LIM-1"))
                        .map(entry -> entry.key() + " " + entry.most().orElse("none")))
                .contains("budget.day 100", "budget.swarm 50", "planner.time-limit 4h");
    }

    /** docs/policy.md documents key by key; write it with -Dwakeful.write-docs=true. */
    @Test
    void thePageIsCurrent() throws IOException {
        Path page = Path.of("..", "docs", "policy.md");
        if (Boolean.getBoolean("wakeful.write-docs")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, PolicyText.markdown());
        }

        assertThat(page).content().isEqualTo(PolicyText.markdown());
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("wakeful.yaml"), yaml);
    }
}
