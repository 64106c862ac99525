package dev.wakeful.autodev.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads what a process says as it says it, whatever becomes of the log: all of it into that log, the end of it into memory. */
final class Output implements AutoCloseable {

    private static final int TAIL_BYTES = 16 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final InputStream in;
    private final Log log;
    private final Thread reader;
    private final byte[] ring = new byte[TAIL_BYTES];
    private long total;

    /** @param log closed with this */
    Output(InputStream in, Log log) {
        this.in = in;
        this.log = log;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                take(buffer, count);
            }
        } catch (IOException e) {
            // the stream was closed under us: what was said so far is what there is
        }
    }

    private synchronized void take(byte[] buffer, int count) {
        int at = (int) (total % TAIL_BYTES);
        int first = Math.min(count, TAIL_BYTES - at);
        System.arraycopy(buffer, 0, ring, at, first);
        System.arraycopy(buffer, first, ring, 0, count - first);
        log.write(buffer, count);
        total += count;
    }

    /**
     * The end of the output, once the process and all its children are gone.
     *
     * @throws DiskFull when the log of it is not whole
     */
    String tail() throws InterruptedException {
        reader.join(PATIENCE);
        log.requireWhole();
        return Tail.of(end());
    }

    private synchronized byte[] end() {
        int length = (int) Math.min(total, TAIL_BYTES);
        byte[] end = new byte[length];
        for (int i = 0; i < length; i++) {
            end[i] = ring[(int) ((total - length + i) % TAIL_BYTES)];
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        in.close();
        log.close();
    }
}
