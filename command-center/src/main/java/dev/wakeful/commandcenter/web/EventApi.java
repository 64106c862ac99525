package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.EventItem;
import dev.wakeful.commandcenter.reading.Events;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events, to be read in portions or followed live. */
@RestController
class EventApi {

    private final Events events;
    private final LiveStream stream;

    EventApi(Events events, LiveStream stream) {
        this.events = events;
        this.stream = stream;
    }

    @GetMapping("/api/events")
    Map<String, List<EventItem>> events(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "200") int limit) {
        return Map.of("events", events.after(after, Limit.of(limit)));
    }

    /** From {@code Last-Event-ID}, else from {@code after}, else from now on. */
    @GetMapping("/api/stream")
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "false") boolean changes,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        stream.follow(position(lastEventId, after), changes, response);
    }

    private long position(@Nullable String lastEventId, @Nullable Long after) {
        if (lastEventId != null && lastEventId.matches("\\d{1,18}")) {
            return Long.parseLong(lastEventId);
        }
        return after != null ? after : events.newestNumber();
    }
}
