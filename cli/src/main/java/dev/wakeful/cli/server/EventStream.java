package dev.wakeful.cli.server;

import dev.wakeful.cli.terminal.CommandFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The live stream of everything that happens. A broken connection is taken up again where it ended ({@code Last-Event-ID}), once a
 * second, for ever; only the first connection must succeed.
 */
public final class EventStream {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final URI address;
    private final ServerSentEvents events = new ServerSentEvents();

    EventStream(URI address) {
        this.address = address;
    }

    /**
     * Gives each event to the reader until it says false.
     *
     * @param listener hears about connections; may do nothing
     */
    public void follow(Listener listener, Predicate<Item> reader) throws InterruptedException {
        boolean first = true;
        while (true) {
            try (InputStream body = connect()) {
                listener.connected();
                first = false;
                if (!read(body, reader)) {
                    return;
                }
            } catch (CommandFailed | IOException broken) {
                if (first && broken instanceof CommandFailed failed) {
                    throw failed;
                }
            }
            listener.lost();
            events.reset();
            Thread.sleep(PAUSE);
        }
    }

    private InputStream connect() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (!events.lastId().isEmpty()) {
            request.header("Last-Event-ID", events.lastId());
        }
        HttpResponse<InputStream> response = Http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw Refusal.of(address, response.statusCode(), "");
        }
        return response.body();
    }

    private boolean read(InputStream body, Predicate<Item> reader) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (events.line(line).filter(item -> !reader.test(item)).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Hears how the connection fares. */
    public interface Listener {

        Listener SILENT = new Listener() {};

        default void connected() {}

        default void lost() {}
    }
}
