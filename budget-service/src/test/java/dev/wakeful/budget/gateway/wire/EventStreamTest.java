package dev.wakeful.budget.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    @Test
    void eventsAreTheSameWhereverTheBytesAreCut() throws IOException {
        byte[] stream = "event: a\r\ndata: {\"x\":\"é\"}\r\n\r\n: comment\n\ndata: 1\ndata: 2\n\ndata: open"
                .getBytes(StandardCharsets.UTF_8);

        for (int size = 1; size <= stream.length; size++) {
            List<String> data = new ArrayList<>();
            StringBuilder raw = new StringBuilder();
            EventStream events = new EventStream((bytes, text) -> {
                raw.append(new String(bytes, StandardCharsets.UTF_8));
                data.add(text);
            });
            for (int begin = 0; begin < stream.length; begin += size) {
                byte[] piece = java.util.Arrays.copyOfRange(stream, begin, Math.min(stream.length, begin + size));
                events.take(piece, piece.length);
            }

            assertThat(data).containsExactly("{\"x\":\"é\"}", "", "1\n2");
            assertThat(raw + new String(events.rest(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(stream, StandardCharsets.UTF_8));
        }
    }
}
