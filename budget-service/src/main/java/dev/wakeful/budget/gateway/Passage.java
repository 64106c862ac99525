package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.running.RunningCall;
import dev.wakeful.budget.gateway.wire.EventStream;
import dev.wakeful.budget.gateway.wire.UsageMeter;
import dev.wakeful.budget.gateway.wire.WireFormat;
import dev.wakeful.budget.price.CallPrice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes one answer on, byte for byte and as soon as it comes, and meters it on the way. The call is settled before its last message goes
 * out, so whoever has seen the end can spend what is left. For one thread.
 */
final class Passage {

    /** A larger answer in one piece is no model's. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int PIECE = 16 * 1024;

    private final UsageMeter meter;
    private final CallPrice price;
    private final Hold hold;
    private final RunningCall running;

    Passage(WireFormat format, CallPrice price, Hold hold, RunningCall running) {
        this.meter = new UsageMeter(format);
        this.price = price;
        this.hold = hold;
        this.running = running;
    }

    /** Where the answer goes; opened when there is something to say. */
    interface Sink {
        OutputStream open() throws IOException;
    }

    /** An answer in one piece. */
    void whole(InputStream from, Sink sink) throws IOException {
        byte[] answer = read(from.readNBytes(MOST_BYTES));
        OutputStream to = sink.open();
        to.write(answer);
        from.transferTo(to);
        to.flush();
    }

    private byte[] read(byte[] answer) {
        meter.take(new String(answer, StandardCharsets.UTF_8));
        settleWhenKnown();
        return answer;
    }

    /** A stream, unbuffered. */
    void stream(InputStream from, Sink sink) throws IOException {
        EventStream events = new EventStream((raw, data) -> count(data));
        OutputStream to = sink.open();
        byte[] piece = new byte[PIECE];
        for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
            events.take(piece, length);
            settleWhenKnown();
            to.write(piece, 0, length);
            to.flush();
        }
    }

    /** A stream whose messages that hold nothing but the usage are kept back, since the caller did not ask for them. */
    void streamWithoutUsage(InputStream from, Sink sink) throws IOException {
        OutputStream to = sink.open();
        EventStream events = new EventStream((raw, data) -> {
            boolean onlyUsage = count(data);
            settleWhenKnown();
            if (!onlyUsage) {
                to.write(raw);
            }
        });
        byte[] piece = new byte[PIECE];
        for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
            events.take(piece, length);
            to.flush();
        }
        to.write(events.rest());
        to.flush();
    }

    private boolean count(String data) {
        return !data.isEmpty() && meter.take(data);
    }

    private void settleWhenKnown() {
        if (!hold.isResolved()) {
            if (meter.isMalformed()) {
                hold.unknown("malformed");
            }
            meter.usage().ifPresent(usage -> hold.settle(price.cost(usage, running.lasted())));
        }
    }
}
