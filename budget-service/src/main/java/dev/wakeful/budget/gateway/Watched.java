package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.provider.Reply;
import dev.wakeful.budget.gateway.running.RunningCall;
import java.io.FilterInputStream;
import java.io.IOException;

/**
 * Remembers whether reading failed: a provider that breaks off is not a caller that goes away. Reading fails as well when the call is ended
 * from outside.
 */
final class Watched extends FilterInputStream {

    private final Reply reply;
    private final RunningCall running;
    private boolean failed;

    Watched(Reply reply, RunningCall running) {
        super(reply.body());
        this.reply = reply;
        this.running = running;
        running.endBy(reply.cut());
        running.heard();
    }

    /** Breaks off what was not read to its end. */
    @Override
    public void close() {
        reply.cut().run();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = super.read(bytes, offset, length);
            if (read < 0 && running.ended().isPresent()) {
                throw new IOException("The call was ended");
            }
            running.heard();
            return read;
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    boolean failed() {
        return failed;
    }
}
