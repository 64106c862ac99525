package dev.wakeful.bughunter.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.bughunter.Samples;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.Failure;
import dev.wakeful.events.Fingerprint;
import dev.wakeful.events.RepositoryName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TRG-16 */
class FingerprintsTest {

    private static final RepositoryName REPOSITORY = Samples.repository();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expected: <3> but was: <4> | expected: <30> but was: <41>",
                "timed out after 12.5 s | timed out after 300 ms",
                "/home/ci/builds/a/src/Calc.java:12: error | /w/src/Calc.java:13: error",
                "C:\\work\\Calc.java: error | D:\\other\\place\\Calc.java: error",
                "Session 550e8400-e29b-41d4-a716-446655440000 gone | Session 123e4567-e89b-12d3-a456-426614174000 gone",
                "Calc@1b6d3586 is odd | Calc@4554617c is odd",
                "at 0x7fff5fbff8c0 | at 0x10",
                "2026-11-20T10:00:00.123Z boom | 2026-01-02 03:04:05 boom",
                "10:00:00 boom | 23:59:59.999 boom",
                "commit 9f3a1c20d4e5 broke | commit 0123abcd0123abcd broke"
            })
    void whatDiffersFromRunToRunIsNoPartOfIt(String one, String other) {
        assertThat(fingerprint("CalcTest.adds", one)).isEqualTo(fingerprint("CalcTest.adds", other));
    }

    @ParameterizedTest
    @CsvSource({
        "CalcTest.adds, boom, CalcTest.sums, boom",
        "CalcTest.adds, NullPointerException, CalcTest.adds, ArithmeticException",
        "test1, boom, test2, boom"
    })
    void anotherTestOrErrorIsAnotherFailure(String test, String error, String otherTest, String otherError) {
        assertThat(fingerprint(test, error)).isNotEqualTo(fingerprint(otherTest, otherError));
    }

    @Test
    void repositoryJobAndStepArePartOfItAndTheRevisionIsNot() {
        BuildEvent.Failed failed = Samples.failed(REPOSITORY, Samples.BAD, 1);
        Failure failure = failure("CalcTest.adds", "boom");
        Fingerprint fingerprint = Fingerprints.of(failed, failure);

        assertThat(fingerprint.value()).matches("[0-9a-f]{32}");
        assertThat(Fingerprints.of(Samples.failed(REPOSITORY, Samples.NEXT, 30), failure))
                .isEqualTo(fingerprint);
        assertThat(Fingerprints.of(Samples.failed(Samples.repository(), Samples.BAD, 1), failure))
                .isNotEqualTo(fingerprint);
        assertThat(Fingerprints.of(
                        Samples.failed(REPOSITORY, Samples.BAD, 1, "failure", "Another step", null), failure))
                .isNotEqualTo(fingerprint);
    }

    @Test
    void withoutAnErrorTheConclusionKeepsDifferentFailuresApart() {
        Failure unknown = failure(null, null);

        assertThat(Fingerprints.of(Samples.failed(REPOSITORY, Samples.BAD, 1, "failure", null, null), unknown))
                .isNotEqualTo(Fingerprints.of(
                        Samples.failed(REPOSITORY, Samples.BAD, 1, "startup_failure", null, null), unknown));
    }

    private static Fingerprint fingerprint(String test, String error) {
        return Fingerprints.of(Samples.failed(REPOSITORY, Samples.BAD, 1), failure(test, error));
    }

    private static Failure failure(@Nullable String test, @Nullable String error) {
        return new Failure(Failure.Kind.TEST_FAILURE, test, null, null, error, List.of());
    }
}
