package dev.wakeful.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchIT {

    private static final String ROUTE = "GET /api/stream";

    @TempDir
    Path data;

    private FakeWakeful wakeful;

    @BeforeEach
    void begin() throws IOException {
        wakeful = new FakeWakeful().runningOn(data);
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void eachEventIsOneLine() {
        wakeful.on(ROUTE, exchange -> FakeWakeful.stream(exchange, ": hello\n\n", frame(1, "t1"), frame(2, "t2")));

        Ran ran = Ran.on(data, "watch", "--limit", "2");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).hasSize(2);
        assertThat(ran.out()).contains("planner", "task.planned.v1", "summary 1", "summary 2");
        assertThat(ran.err()).contains("following");
    }

    @Test
    void onlyOneTasksEventsAreShownWhenAskedFor() {
        wakeful.on(ROUTE, exchange -> FakeWakeful.stream(exchange, frame(1, "t1"), frame(2, "t2"), frame(3, "t1")));

        Ran ran = Ran.on(data, "watch", "--limit", "2", "--task", "t1", "-o", "json");

        assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.contains("\"task\":\"t1\""));
    }

    @Test
    void aBrokenStreamGoesOnWhereItEnded() {
        wakeful.on(ROUTE, exchange -> {
            boolean again = "1".equals(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
            FakeWakeful.stream(exchange, again ? frame(2, "t") : frame(1, "t"));
        });

        Ran ran = Ran.on(data, "watch", "--limit", "2");

        assertThat(ran.out()).contains("summary 1", "summary 2");
        assertThat(ran.err()).contains("connection lost");
    }

    @Test
    void aSystemThatIsNotThereIsNotWaitedFor() {
        wakeful.close();

        assertThat(Ran.on(data, "watch").exit()).isEqualTo(3);
    }

    private static String frame(int number, String task) {
        return """
                id: %d
                data: {"n":%d,"type":"task.planned.v1","source":"/wakeful/planner","at":"2026-11-20T10:00:00Z","task":"%s","summary":"summary %d"}

                """.formatted(number, number, task, number);
    }
}
