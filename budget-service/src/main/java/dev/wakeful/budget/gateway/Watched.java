package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.running.RunningCall;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Remembers whether reading failed: a provider that breaks off is not a caller that goes away. Reading fails as well when the call is ended
 * from outside.
 */
final class Watched extends FilterInputStream {

    private final RunningCall running;
    private boolean failed;

    Watched(InputStream in, RunningCall running) {
        super(in);
        this.running = running;
        running.endBy(this::closeQuietly);
        running.heard();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // whoever reads from it sees that it is closed
        }
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
