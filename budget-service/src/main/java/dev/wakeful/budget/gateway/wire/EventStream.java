package dev.wakeful.budget.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a stream of server-sent events into its events, as the bytes come in and wherever they are cut. Lines end with LF or CRLF; an event
 * that the stream ends in the middle of is handed out without being read. For one thread.
 */
public final class EventStream {

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final ByteArrayOutputStream event = new ByteArrayOutputStream();
    private final Listener listener;
    private boolean lineIsEmpty = true;

    public EventStream(Listener listener) {
        this.listener = listener;
    }

    /** What is told about each event. */
    public interface Listener {

        /**
         * @param raw the event as it came, with the empty line at its end
         * @param data its data lines, joined; empty where it has none
         */
        void on(byte[] raw, String data) throws IOException;
    }

    /** @throws IOException from the listener, or when one event is larger than 32 MiB */
    public void take(byte[] bytes, int length) throws IOException {
        int begin = 0;
        for (int n = 0; n < length; n++) {
            if (bytes[n] == '\n') {
                if (lineIsEmpty) {
                    event.write(bytes, begin, n + 1 - begin);
                    begin = n + 1;
                    complete();
                }
                lineIsEmpty = true;
            } else if (bytes[n] != '\r') {
                lineIsEmpty = false;
            }
        }
        event.write(bytes, begin, length - begin);
        if (event.size() > MOST_BYTES) {
            throw new IOException("An event of a stream is larger than " + MOST_BYTES + " bytes");
        }
    }

    private void complete() throws IOException {
        byte[] raw = event.toByteArray();
        event.reset();
        listener.on(raw, data(raw));
    }

    private static String data(byte[] raw) {
        StringBuilder data = new StringBuilder();
        for (String line : new String(raw, StandardCharsets.UTF_8).split("\r?\n")) {
            if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).strip());
            }
        }
        return data.toString();
    }

    /** What the stream ended in the middle of. */
    public byte[] rest() {
        return event.toByteArray();
    }
}
