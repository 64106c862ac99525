package dev.wakeful.service.stop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.ControlEvent.Resumed;
import dev.wakeful.events.ControlEvent.Stopped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** STOP-3: a stop stands until a person ends exactly this one, however often and in whichever order the words come. */
class StopStateTest {

    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");
    private static final StopState FRESH = new StopState(1, null);

    /** STOP-3 */
    @Test
    void aStopStandsUntilItIsResumed() {
        StopState stopped = FRESH.after(stop(2));

        assertThat(stopped).isEqualTo(new StopState(2, new Stop(2, AT, "mona", "too much")));
        assertThat(stopped.isNewStopAfter(FRESH)).isTrue();
        assertThat(stopped.after(resume(2))).isEqualTo(new StopState(2, null));
    }

    /** STOP-3 */
    @Test
    void aNewerStopStandsWhenAnOlderOneIsResumed() {
        assertThat(FRESH.after(stop(2)).after(stop(3)).after(resume(2)).stop()).isNotNull();
    }

    /** STOP-3 */
    @Test
    void aStopThatComesAfterItsEndDoesNotComeBack() {
        assertThat(FRESH.after(resume(2)).after(stop(2))).isEqualTo(new StopState(2, null));
    }

    /** STOP-1 */
    @Test
    void theWordThatTellsOfTheFileIsTheSameStop() {
        StopState byFile = FRESH.afterFile(AT, "made by hand");

        assertThat(byFile.epoch()).isEqualTo(2);
        assertThat(byFile.afterFile(AT, "again")).isEqualTo(byFile);
        assertThat(byFile.after(stop(2)).isNewStopAfter(byFile)).isFalse();
        assertThat(byFile.after(stop(2)).after(resume(2)).stop()).isNull();
    }

    /** STOP-3: 2,000 random deliveries of two stops and two resumes, each up to three times, all end alike. */
    @Test
    void anyOrderAndRepetitionEndsAlike() {
        List<ControlEvent> words = List.of(stop(2), resume(2), stop(3), resume(3));
        Random random = new Random(1);
        for (int run = 0; run < 2000; run++) {
            List<ControlEvent> delivered = new ArrayList<>(words);
            for (ControlEvent word : words) {
                delivered.addAll(Collections.nCopies(random.nextInt(3), word));
            }
            Collections.shuffle(delivered, random);

            StopState state = FRESH;
            for (ControlEvent word : delivered) {
                long before = state.epoch();
                state = word instanceof Stopped stopped ? state.after(stopped) : state.after((Resumed) word);
                assertThat(state.epoch()).isGreaterThanOrEqualTo(before);
            }

            assertThat(state).as("%s", delivered).isEqualTo(new StopState(3, null));
        }
    }

    private static Stopped stop(long epoch) {
        return new Stopped(epoch, AT, "mona", "too much");
    }

    private static Resumed resume(long epoch) {
        return new Resumed(epoch, "mona", "looked at");
    }
}
