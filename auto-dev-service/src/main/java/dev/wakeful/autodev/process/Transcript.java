package dev.wakeful.autodev.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a process says line by line, whatever becomes of the log: all of it into that log, whole lines to whoever listens. Whatever is said, memory is
 * bounded: few lines wait, each of limited length; longer ones are left out and counted. Bytes that are no UTF-8 become replacement characters.
 */
final class Transcript implements AutoCloseable {

    static final int LONGEST_LINE = 1 << 20;
    private static final int WAITING = 16;

    private final InputStream in;
    private final Log log;
    private final Thread reader;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(WAITING);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile boolean over;
    private volatile int tooLong;
    private boolean skipping;

    /** @param log closed with this */
    Transcript(InputStream in, Log log) {
        this.in = in;
        this.log = log;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        byte[] buffer = new byte[16 << 10];
        int skipped = 0;
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                log.write(buffer, count);
                skipped += split(buffer, count);
                tooLong = skipped;
            }
            tooLong = skipped + endLine();
        } catch (IOException e) {
            // the stream was closed under us: what was said so far is what there is
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over = true;
        }
    }

    private int split(byte[] buffer, int count) throws InterruptedException {
        int from = 0;
        int skipped = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                add(buffer, from, i);
                skipped += endLine();
                from = i + 1;
            }
        }
        add(buffer, from, count);
        return skipped;
    }

    private void add(byte[] buffer, int from, int to) {
        if (!skipping && line.size() + to - from > LONGEST_LINE) {
            skipping = true;
            line.reset();
        }
        if (!skipping) {
            line.write(buffer, from, to - from);
        }
    }

    /** @return how many lines were left out: none, or this one */
    private int endLine() throws InterruptedException {
        boolean skipped = skipping;
        if (!skipped && line.size() > 0) {
            lines.put(line.toString(StandardCharsets.UTF_8));
        }
        skipping = false;
        line.reset();
        return skipped ? 1 : 0;
    }

    /** The next line, if there is one within the time. */
    Optional<String> next(Duration within) throws InterruptedException {
        return Optional.ofNullable(lines.poll(within.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Nothing will be said any more, and everything that was said has been taken. */
    boolean isOver() {
        return over && lines.isEmpty();
    }

    /** @throws DiskFull when the log of it is not whole */
    void requireLogged() {
        log.requireWhole();
    }

    /** How many lines were left out for their length. */
    int tooLong() {
        return tooLong;
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        in.close();
        log.close();
    }
}
