package dev.wakeful.bughunter.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.bughunter.Samples;
import dev.wakeful.bughunter.history.History;
import dev.wakeful.bughunter.history.JobRun;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.Failure.Classification;
import dev.wakeful.events.RepositoryName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TRG-17 */
class ClassifierTest {

    private static final RepositoryName REPOSITORY = Samples.repository();
    private static final JobRun GREEN = JobRun.passed(Samples.passed(REPOSITORY, Samples.GOOD, 1));
    private static final JobRun RED = JobRun.failed(Samples.failed(REPOSITORY, Samples.NEXT, 5), Optional.empty());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fatal: write error: No space left on device | the disk is full",
                "npm error code ENOSPC | the disk is full",
                "java.lang.OutOfMemoryError: Java heap space | memory ran out",
                "Error: Process completed with exit code 137. | memory ran out",
                "c++: fatal error: Killed signal terminated program cc1plus, signal 9 | memory ran out",
                "fatal: unable to access 'https://x/': Could not resolve host: x | a name could not be resolved",
                "npm error getaddrinfo ENOTFOUND registry.example.org | a name could not be resolved",
                "toomanyrequests: You have reached your pull rate limit | a provider answered 429 or 5xx",
                "Could not transfer artifact a:b:jar:1 from/to central: status code: 503 | a provider answered 429 or 5xx",
                "curl: (22) The requested URL returned error: 502 | a provider answered 429 or 5xx",
                "Could not transfer artifact a:b:jar:1 from/to central: Connection reset | a registry could not be reached",
                "npm error network request to https://r.example.org/x failed, reason: connect ETIMEDOUT | a registry could not be reached",
                "listen tcp :8080: bind: address already in use | a port is taken",
                "Error: listen EADDRINUSE: address already in use :::3000 | a port is taken",
                "The runner has received a shutdown signal. | the runner was lost"
            })
    void whatTheMachineOrTheNetworkDidIsInfrastructure(String line, String cause) {
        Verdict verdict = classify(failed("failure", "Run", "starting\n" + line + "\n"));

        assertThat(verdict).isEqualTo(new Verdict(Classification.INFRASTRUCTURE, cause));
    }

    @ParameterizedTest
    @CsvSource({"startup_failure, Run", "failure, Set up job", "failure, Initialize containers"})
    void whatTheCiSystemDidItselfIsInfrastructure(String conclusion, String step) {
        assertThat(classify(failed(conclusion, step, null)).classification()).isEqualTo(Classification.INFRASTRUCTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARN registry mirror: Connection reset, retrying\nFAIL: adds 2 and 1\nexpected 3, got 4",
                "downloading: Could not resolve host x, retrying\nsrc/calc.c:3:5: error: expected ';'",
                "curl: (7) Failed to connect to localhost port 8080: Connection refused",
                "Connection refused: http://127.0.0.1:8080/health"
            })
    void aNetworkThatOnlyStutteredOrIsTheProgramsOwnIsNoInfrastructure(String log) {
        assertThat(classify(failed("failure", "Run", log)).classification()).isEqualTo(Classification.REGRESSION);
    }

    @Test
    void aFullDiskIsInfrastructureEvenWhenATestNamesIt() {
        String log = "FAIL: writes a file\nIOException: No space left on device";

        assertThat(classify(failed("failure", "Run", log)).classification()).isEqualTo(Classification.INFRASTRUCTURE);
    }

    @Test
    void aPassAndAFailureOfOneRevisionAreFlaky() {
        JobRun pass = JobRun.passed(Samples.passed(REPOSITORY, Samples.BAD, 50));

        Verdict verdict = classify(failed("failure", "Run", Samples.LOG), GREEN, pass);

        assertThat(verdict.classification()).isEqualTo(Classification.FLAKY);
        assertThat(verdict.reason()).contains("same revision bbbbbbbbbb");
    }

    @Test
    void aFailureAfterAPassOfAnotherRevisionIsARegression() {
        Verdict verdict = classify(failed("failure", "Run", Samples.LOG), GREEN);

        assertThat(verdict)
                .isEqualTo(new Verdict(Classification.REGRESSION, "passed on aaaaaaaaaa, fails on bbbbbbbbbb"));
    }

    @Test
    void twoFailuresWithNoPassBetweenAreARegression() {
        Verdict verdict = classify(failed("failure", "Run", Samples.LOG), GREEN, RED);

        assertThat(verdict.reason()).isEqualTo("the two newest runs of this job failed with no pass between");
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        Verdict verdict = classify(failed("failure", "Run", Samples.LOG), RED, GREEN);

        assertThat(verdict.reason()).contains("the two newest runs");
    }

    @Test
    void withoutHistoryTheSwarmMustReproduceIt() {
        Verdict verdict = classify(failed("failure", "Run", null));

        assertThat(verdict.classification()).isEqualTo(Classification.REGRESSION);
        assertThat(verdict.reason()).contains("must reproduce it");
    }

    private static Verdict classify(BuildEvent.Failed failed, JobRun... runs) {
        return Classifier.classify(Report.of(failed), new History(List.of(runs)));
    }

    private static BuildEvent.Failed failed(String conclusion, String step, @Nullable String log) {
        return Samples.failed(REPOSITORY, Samples.BAD, 10, conclusion, step, log);
    }
}
