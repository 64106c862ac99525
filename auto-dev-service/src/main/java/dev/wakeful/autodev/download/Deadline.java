package dev.wakeful.autodev.download;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Closes channels when the time is up, unless it is closed itself before. */
final class Deadline implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean passed;

    static Deadline after(Duration limit, Closeable... channels) {
        Deadline deadline = new Deadline();
        Thread.ofVirtual().start(() -> deadline.wait(limit, List.of(channels)));
        return deadline;
    }

    private void wait(Duration limit, List<Closeable> channels) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                passed = true;
                channels.forEach(Deadline::close);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes it, whatever state it is in. */
    static void close(Closeable channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }

    boolean hasPassed() {
        return passed;
    }

    @Override
    public void close() {
        done.countDown();
    }
}
