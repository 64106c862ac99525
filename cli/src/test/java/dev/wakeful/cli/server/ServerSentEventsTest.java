package dev.wakeful.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {

    private final ServerSentEvents events = new ServerSentEvents();

    @Test
    void anEventIsCompleteWithTheEmptyLine() {
        assertThat(feed("id: 7", "event: event", "data: {\"n\":7,", "data: \"summary\":\"x\"}"))
                .isEmpty();

        List<Item> complete = feed("");

        assertThat(complete).hasSize(1);
        assertThat(complete.getFirst().number("n")).isEqualTo(7);
        assertThat(complete.getFirst().text("summary")).isEqualTo("x");
        assertThat(events.lastId()).isEqualTo("7");
    }

    @Test
    void heartbeatsAndDataThatIsNoJsonArePassedOver() {
        assertThat(feed(": heartbeat", "", "data: nonsense", "", "data:{\"n\":1}", ""))
                .hasSize(1);
    }

    @Test
    void whatABrokenConnectionLeftHalfNeverWas() {
        feed("id: 3", "data: {\"n\":");

        events.reset();

        assertThat(feed("data: {\"n\":4}", ""))
                .extracting(item -> item.number("n"))
                .containsExactly(4L);
        assertThat(events.lastId()).isEqualTo("3");
    }

    private List<Item> feed(String... lines) {
        return List.of(lines).stream()
                .map(events::line)
                .flatMap(Optional::stream)
                .toList();
    }
}
