package dev.wakeful.bughunter.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.bughunter.Samples;
import dev.wakeful.bughunter.WholeHunter;
import dev.wakeful.bughunter.history.History;
import dev.wakeful.events.FindingId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** TRG-16 */
class OneFindingIT extends WholeHunter {

    private final Case reported = Case.of(Samples.failed(repository, Samples.BAD, 10), new History(List.of()));

    @Autowired
    private Findings findings;

    @Test
    void theTableItselfRefusesASecondOpenFindingOfAFingerprint() {
        Finding first = reported.finding(FindingId.make(Samples.NOW));
        Finding second = reported.finding(FindingId.make(Samples.NOW));

        assertThat(findings.open(first, Samples.NOW)).isTrue();
        assertThat(findings.open(second, Samples.NOW)).isFalse();
        findings.resolve(first.id(), Samples.NOW);

        assertThat(findings.open(second, Samples.NOW)).isTrue();
        assertThat(findings.openWith(reported.fingerprint())).map(Finding::id).contains(second.id());
    }
}
