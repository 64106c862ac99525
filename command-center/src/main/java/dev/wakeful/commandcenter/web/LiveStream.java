package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.EventItem;
import dev.wakeful.commandcenter.reading.Events;
import dev.wakeful.commandcenter.stream.Bell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events. Each client has its own virtual thread, which reads the table from where that client is: a slow client holds up
 * nobody, nothing is kept for it, and one that comes back goes on where it was.
 */
@Component
class LiveStream implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int PORTION = 200;
    private static final int CLIENTS = 500;

    private final Events events;
    private final Bell bell;
    private final JsonMapper json;
    private final Semaphore places = new Semaphore(CLIENTS);
    private volatile boolean open = true;

    LiveStream(Events events, Bell bell, JsonMapper json) {
        this.events = events;
        this.bell = bell;
        this.json = json;
    }

    /**
     * Sends what comes after the position until the client goes or the server stops.
     *
     * @param changes whether to say {@code changed} as well when something changed that is no event, such as a heartbeat
     */
    void follow(long after, boolean changes, HttpServletResponse response) throws IOException, InterruptedException {
        if (!places.tryAcquire()) {
            ProblemAnswer.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Already " + CLIENTS + " clients follow; try again later.");
            return;
        }
        try {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            follow(after, changes, response.getOutputStream());
        } catch (IOException | DataAccessException endsTheStream) {
            // the client has gone, or cannot be told anything now; it comes back and goes on where it was
            LOG.debug("A stream ended: {}", endsTheStream.getMessage());
        } finally {
            places.release();
        }
    }

    private void follow(long after, boolean changes, OutputStream out) throws IOException, InterruptedException {
        write(out, "retry: 1000\nid: " + after + "\n\n");
        long position = after;
        while (open) {
            long heard = bell.strokes();
            List<EventItem> portion = events.after(position, PORTION);
            for (EventItem event : portion) {
                position = event.n();
                write(out, "id: " + position + "\ndata: " + json.writeValueAsString(event) + "\n\n");
            }
            if (portion.isEmpty()) {
                bell.await(heard, HEARTBEAT);
                write(out, changes && bell.strokes() != heard ? "event: changed\ndata: {}\n\n" : ": alive\n\n");
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void start() {
        open = true;
    }

    /** Ends all streams, so that nobody is waited for when the server stops. */
    @Override
    public void stop() {
        open = false;
        bell.ring();
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
