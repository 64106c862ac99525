package dev.wakeful.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are checked where they enter, so that nothing behind the border has to. EXT-1 */
class IdentifierTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:15:30Z");

    /** EXT-1 */
    @Test
    void aMadeIdentifierSaysItsKindAndSortsByTime() {
        SwarmId first = SwarmId.make(NOW);
        SwarmId second = SwarmId.make(NOW.plusMillis(1));

        assertThat(first.value()).matches("swarm-[0-9a-f]{12}-[0-9a-f]{16}");
        assertThat(first.value()).isLessThan(second.value());
    }

    /** EXT-1 */
    @Test
    void identifiersMadeInTheSameInstantDiffer() {
        assertThat(IntStream.range(0, 1_000).mapToObj(n -> EventId.make(NOW))).doesNotHaveDuplicates();
    }

    /** EXT-1 */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "line\nbreak", "nul\u0000"})
    void whatCannotBeANameIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskId(value)).withMessageContaining("task id");
    }

    /** EXT-1 */
    @Test
    void anIdentifierHasAtMost200Characters() {
        assertThat(new TaskId("x".repeat(200)).value()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskId("x".repeat(201)));
    }

    /** CHG-2: forges do not tell upper from lower case in names. */
    @Test
    void aRepositoryIsNamedInLowerCase() {
        assertThat(new RepositoryName("Acme/Widgets")).isEqualTo(new RepositoryName("acme/widgets"));
        assertThat(new RepositoryName("acme/.github").value()).isEqualTo("acme/.github");
    }

    /** CHG-2: a name from outside never walks through a file system. */
    @ParameterizedTest
    @ValueSource(
            strings = {"widgets", "acme/", "/widgets", "acme/widgets/x", "../etc", "acme/..", "./x", "acme/.", "a b/c"})
    void whatIsNotOwnerAndNameIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepositoryName(value))
                .withMessageContaining("owner/name");
    }

    /** HUNT-3 */
    @Test
    void aRevisionIsAFullCommitId() {
        assertThat(new Revision("4f2a9c1e7b3d5f60819a2b4c6d8e0f1a3b5c7d9e").abbreviated())
                .isEqualTo("4f2a9c1e7b");
        assertThat(new Revision("a".repeat(64)).value()).hasSize(64);
    }

    /** HUNT-3: nothing else from outside reaches a Git command. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "main", "HEAD", "4f2a9c1", "--upload-pack=x", "4F2A9C1E7B3D5F60819A2B4C6D8E0F1A3B5C7D9E"})
    void whatIsNoFullCommitIdIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Revision(value));
    }
}
